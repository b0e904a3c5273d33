package ru.garnitura.sessions.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.sessions.customer.Customer;
import ru.garnitura.sessions.customer.CustomerCopy;
import ru.garnitura.sessions.customer.InteractionPage;
import ru.garnitura.sessions.customer.PhoneNumber;
import ru.garnitura.sessions.session.CustomerId;

/// The local copy of cards in the private database. A failure is logged and answers as an empty copy would: the card
/// then comes from the back office alone.
public final class H2CustomerCopy implements CustomerCopy {

    private static final Logger LOG = LoggerFactory.getLogger(H2CustomerCopy.class);
    private static final int MOST_FOUND = 20;

    private final PrivateDatabase database;
    private final InstantSource clock;

    public H2CustomerCopy(PrivateDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<Kept<Customer>> byPhone(PhoneNumber number) {
        String sql = "SELECT c.* FROM customer c JOIN customer_phone p ON p.customer = c.id WHERE p.phone = ?"
                + " ORDER BY c.kept_at DESC LIMIT 1";
        return within("Looking a number up", Optional.empty(),
                connection -> Rows.first(connection, sql, row -> CustomerRows.read(connection, row), number.e164()));
    }

    @Override
    public Optional<Kept<Customer>> byId(CustomerId id) {
        return within("Looking a customer up", Optional.empty(), connection -> Rows.first(
                connection, "SELECT * FROM customer WHERE id = ?",
                row -> CustomerRows.read(connection, row), id.value()));
    }

    @Override
    public void keep(Customer customer, Instant at) {
        within("Keeping a card", 0, connection -> CustomerRows.write(connection, customer, at));
    }

    @Override
    public Optional<Kept<InteractionPage>> history(CustomerId id) {
        return within("Reading a history", Optional.empty(), connection -> HistoryRows.read(connection, id));
    }

    @Override
    public void keepHistory(CustomerId id, InteractionPage page, Instant at) {
        within("Keeping a history", 0, connection -> HistoryRows.write(connection, id, page, at));
    }

    @Override
    public void forget(CustomerId id) {
        within("Forgetting a customer", 0, connection -> CustomerRows.delete(connection, id.value()));
    }

    @Override
    public int forgetOlderThan(Duration age) {
        Instant limit = clock.instant().minus(age);
        return within("Forgetting old customers", 0, connection -> {
            List<String> old = Rows.all(
                    connection, "SELECT id FROM customer WHERE kept_at < ?", row -> row.getString(1), limit);
            for (String id : old) {
                CustomerRows.delete(connection, id);
            }
            return old.size();
        });
    }

    @Override
    public List<Customer> search(String query) {
        String name = query.strip().toLowerCase(Locale.ROOT).replace('ё', 'е');
        String phone = PhoneNumber.parse(query).map(PhoneNumber::e164).orElse(name);
        String part = PartOfNumber.in(query);
        String sql = "SELECT DISTINCT c.* FROM customer c LEFT JOIN customer_phone p ON p.customer = c.id"
                + " WHERE LOCATE(?, c.name_folded) > 0 OR p.phone = ? OR (? <> '' AND LOCATE(?, p.phone) > 0)"
                + " ORDER BY c.name_folded LIMIT " + MOST_FOUND;
        return within("Searching the copy", List.of(), connection -> Rows.all(
                connection, sql, row -> CustomerRows.read(connection, row).value(), name, phone, part, part));
    }

    private <T> T within(String tried, T otherwise, Work<T> work) {
        try (Connection connection = database.connect()) {
            T done = work.on(connection);
            connection.commit();
            return done;
        } catch (SQLException broken) {
            LOG.warn("{} failed, the copy is passed over", tried, broken);
            return otherwise;
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
