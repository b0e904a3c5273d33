package ru.garnitura.sessions.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.garnitura.sessions.customer.Customer;
import ru.garnitura.sessions.customer.CustomerCopy.Kept;
import ru.garnitura.sessions.customer.CustomerProfile;
import ru.garnitura.sessions.customer.FieldGroup;
import ru.garnitura.sessions.customer.PhoneNumber;
import ru.garnitura.sessions.customer.Wishes;
import ru.garnitura.sessions.session.CustomerId;

/// A customer's card as rows. What a check unlocked is locked again before it is written.
final class CustomerRows {

    private static final List<String> PARTS =
            List.of("customer_phone", "customer_field", "customer_promise", "interaction", "history");

    private CustomerRows() {}

    static Kept<Customer> read(Connection connection, ResultSet row) throws SQLException {
        String id = row.getString("id");
        List<PhoneNumber> phones = Rows.all(connection,
                "SELECT phone FROM customer_phone WHERE customer = ? ORDER BY pos",
                phone -> new PhoneNumber(phone.getString(1)), id);
        CustomerProfile profile = new CustomerProfile(
                row.getObject("since", LocalDate.class), row.getString("city"), ZoneId.of(row.getString("zone")),
                phones, new Wishes(callHours(row), promises(connection, id)));
        Customer customer = new Customer(
                new CustomerId(id), row.getString("name"), profile, groups(connection, id), row.getString("revision"));
        return new Kept<>(customer, Rows.instant(row, "kept_at"));
    }

    static int write(Connection connection, Customer customer, Instant at) throws SQLException {
        String id = customer.id().value();
        for (String part : PARTS.subList(0, 3)) {
            Rows.run(connection, "DELETE FROM " + part + " WHERE customer = ?", id);
        }
        CustomerProfile profile = customer.profile();
        Wishes.CallHours hours = profile.wishes().callHours();
        Rows.run(connection, "MERGE INTO customer KEY (id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id, customer.name(), folded(customer.name()), profile.since(), profile.city(), profile.zone().getId(),
                hours == null ? null : hours.from(), hours == null ? null : hours.until(), customer.revision(), at);
        writeParts(connection, customer);
        return 1;
    }

    static int delete(Connection connection, String id) throws SQLException {
        for (String part : PARTS) {
            Rows.run(connection, "DELETE FROM " + part + " WHERE customer = ?", id);
        }
        return Rows.run(connection, "DELETE FROM customer WHERE id = ?", id);
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }

    private static void writeParts(Connection connection, Customer customer) throws SQLException {
        String id = customer.id().value();
        int place = 0;
        for (PhoneNumber phone : customer.profile().phones()) {
            Rows.run(connection, "INSERT INTO customer_phone VALUES (?, ?, ?)", id, place++, phone.e164());
        }
        for (Wishes.Promise promise : customer.profile().wishes().promises()) {
            Rows.run(connection, "INSERT INTO customer_promise VALUES (?, ?, ?, ?)",
                    id, place++, promise.text(), promise.due());
        }
        for (FieldGroup group : customer.groups().stream().map(FieldGroup::asCached).toList()) {
            for (FieldGroup.Field field : group.fields()) {
                Rows.run(connection, "INSERT INTO customer_field VALUES (?, ?, ?, ?, ?, ?, ?)",
                        id, place++, group.key(), group.access().name(), field.label(), field.value(), field.mask());
            }
        }
    }

    private static Wishes.@Nullable CallHours callHours(ResultSet row) throws SQLException {
        LocalTime from = row.getObject("call_from", LocalTime.class);
        LocalTime until = row.getObject("call_until", LocalTime.class);
        return from == null || until == null ? null : new Wishes.CallHours(from, until);
    }

    private static List<Wishes.Promise> promises(Connection connection, String id) throws SQLException {
        return Rows.all(connection, "SELECT body, due FROM customer_promise WHERE customer = ? ORDER BY pos",
                row -> new Wishes.Promise(row.getString("body"), Rows.instant(row, "due")), id);
    }

    private static List<FieldGroup> groups(Connection connection, String id) throws SQLException {
        record Line(String group, FieldGroup.Access access, FieldGroup.Field field) {}
        List<Line> lines = Rows.all(connection, "SELECT * FROM customer_field WHERE customer = ? ORDER BY pos",
                row -> new Line(row.getString("group_key"), FieldGroup.Access.valueOf(row.getString("access")),
                        new FieldGroup.Field(row.getString("label"), row.getString("field_value"),
                                row.getString("mask"))), id);
        Map<String, List<Line>> byGroup = new LinkedHashMap<>();
        lines.forEach(line -> byGroup.computeIfAbsent(line.group(), group -> new ArrayList<>()).add(line));
        return byGroup.entrySet().stream()
                .map(entry -> new FieldGroup(entry.getKey(), entry.getValue().getFirst().access(),
                        entry.getValue().stream().map(Line::field).toList()))
                .toList();
    }
}
