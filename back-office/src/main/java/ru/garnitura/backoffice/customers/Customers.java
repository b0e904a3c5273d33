package ru.garnitura.backoffice.customers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.signin.Operator;
import ru.garnitura.backoffice.store.Row;
import ru.garnitura.backoffice.store.Tx;
import ru.garnitura.backoffice.web.Json;

/// Customers in the store. Masked values stay in a column of their own that no answer reads.
public final class Customers {
    static final int REPEAT_DAYS = 7;
    private static final int FOUND_AT_MOST = 20;
    private static final int RECENT_INTERACTIONS = 10;
    private static final int NOTES = 20;
    private static final Customer.Counts NOTHING = new Customer.Counts(0, 0);
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private final Interactions interactions;

    public Customers(Interactions interactions) {
        this.interactions = interactions;
    }

    /// @param locked JSON of the masked values
    public static void add(Tx tx, String id, Profile profile, String locked, Instant lastAt) {
        tx.update(
                "INSERT INTO customer(id, rev, name, search, last_at, content, locked) VALUES(?, 1, ?, ?, ?, ?, ?)",
                id,
                profile.name(),
                searchText(profile),
                lastAt,
                Json.text(profile),
                locked);
        profile.phones()
                .forEach(phone -> tx.update(
                        "INSERT INTO customer_phone(number, customer) VALUES(?, ?)", phone.number(), id));
    }

    public Optional<Customer> byId(Tx tx, String id, Instant now) {
        return customers(tx, tx.list(Customers::bare, "SELECT * FROM customer WHERE id = ?", id), now).stream()
                .findFirst();
    }

    /// @param number E.164
    public List<Customer> byPhone(Tx tx, String number, Instant now) {
        return customers(
                tx,
                tx.list(
                        Customers::bare,
                        """
                        SELECT c.* FROM customer c JOIN customer_phone p ON p.customer = c.id
                        WHERE p.number = ? ORDER BY c.last_at DESC""",
                        number),
                now);
    }

    public static boolean exists(Tx tx, String id) {
        return tx.number("SELECT COUNT(*) AS n FROM customer WHERE id = ?", id) > 0;
    }

    /// The customer a number belongs to, where it belongs to one alone.
    public static Optional<String> onlyOwner(Tx tx, String number) {
        List<String> owners =
                tx.list(row -> row.text("customer"), "SELECT customer FROM customer_phone WHERE number = ?", number);
        return owners.size() == 1 ? Optional.of(owners.getFirst()) : Optional.empty();
    }

    /// Each word somewhere in the name, the city, the id or a phone number.
    List<Customer> search(Tx tx, String words, Instant now) {
        var sql = new StringBuilder("SELECT * FROM customer WHERE 1 = 1");
        var values = new ArrayList<@Nullable Object>();
        for (String word : BLANKS.splitAsStream(fold(words).strip()).toList()) {
            sql.append(" AND search LIKE ? ESCAPE '!'");
            String asPhone = word.matches("[+0-9()-]+") ? word.replaceAll("[^0-9]", "").replaceFirst("^8", "7") : word;
            values.add("%" + asPhone.replaceAll("([!%_])", "!$1") + "%");
        }
        sql.append(" ORDER BY last_at DESC LIMIT ").append(FOUND_AT_MOST);
        return customers(tx, tx.list(Customers::bare, sql.toString(), values.toArray()), now);
    }

    /// Who was here last, with the latest interactions: what a desk keeps a copy of.
    List<Customer> recent(Tx tx, int limit, @Nullable String afterId, Instant now) {
        long before = afterId == null
                ? Long.MAX_VALUE
                : tx.number("SELECT last_at AS n FROM customer WHERE id = ?", afterId);
        List<Bare> found = tx.list(
                Customers::bare,
                """
                SELECT * FROM customer WHERE last_at < ? OR (last_at = ? AND id < ?)
                ORDER BY last_at DESC, id DESC LIMIT ?""",
                before,
                before,
                afterId == null ? "" : afterId,
                limit);
        Map<String, List<Interaction>> latest =
                interactions.latest(tx, found.stream().map(Bare::id).toList(), RECENT_INTERACTIONS);
        return customers(tx, found, now).stream()
                .map(customer -> customer.with(latest.getOrDefault(customer.id(), List.of())))
                .toList();
    }

    public static Customer.Note addNote(Tx tx, String customer, String text, Operator operator, Instant now) {
        var author = new Interaction.Person(operator.id(), operator.name());
        var note = new Customer.Note("n-" + tx.next("note"), text, now, author);
        tx.update(
                "INSERT INTO customer_note(id, customer, text, at, operator) VALUES(?, ?, ?, ?, ?)",
                note.id(),
                customer,
                text,
                now,
                operator.id());
        tx.update("UPDATE customer SET rev = rev + 1 WHERE id = ?", customer);
        return note;
    }

    static void recordOpening(Tx tx, String operator, String what, String customer, Instant now) {
        tx.update(
                "INSERT INTO audit(id, at, operator, what, entity) VALUES(?, ?, ?, ?, ?)",
                tx.next("audit"),
                now,
                operator,
                what,
                customer);
    }

    private record Bare(String id, long rev, Profile profile) {}

    private static Bare bare(Row row) {
        return new Bare(row.text("id"), row.number("rev"), Json.read(row.text("content"), Profile.class));
    }

    /// As many queries for three hundred as for one.
    private static List<Customer> customers(Tx tx, List<Bare> found, Instant now) {
        List<String> ids = found.stream().map(Bare::id).toList();
        Map<String, Integer> repeats = Interactions.repeats(tx, ids, now);
        Map<String, Customer.Counts> counts = Interactions.counts(tx, ids, now);
        Map<String, List<Customer.Note>> notes = notes(tx, ids);
        return found.stream()
                .map(one -> {
                    int again = repeats.getOrDefault(one.id, 0);
                    return new Customer(
                            one.id,
                            "r" + one.rev,
                            one.profile,
                            again < 2 ? null : new Customer.Repeat(again, REPEAT_DAYS),
                            counts.getOrDefault(one.id, NOTHING),
                            notes.getOrDefault(one.id, List.of()).stream().limit(NOTES).toList(),
                            null);
                })
                .toList();
    }

    private record NoteOf(String customer, Customer.Note note) {}

    private static Map<String, List<Customer.Note>> notes(Tx tx, List<String> customers) {
        return tx
                .list(
                        row -> new NoteOf(
                                row.text("customer"),
                                new Customer.Note(
                                        row.text("id"),
                                        row.text("text"),
                                        row.time("at"),
                                        new Interaction.Person(row.text("operator"), row.text("name")))),
                        """
                        SELECT n.id, n.customer, n.text, n.at, n.operator, o.name FROM customer_note n
                        JOIN operator o ON o.id = n.operator WHERE n.customer IN (%s) ORDER BY n.at DESC"""
                                .formatted(Tx.places(customers.size())),
                        customers.toArray())
                .stream()
                .collect(Collectors.groupingBy(NoteOf::customer, Collectors.mapping(NoteOf::note, Collectors.toList())));
    }

    private static String searchText(Profile profile) {
        var text = new StringBuilder(profile.name()).append(' ').append(profile.city());
        profile.phones().forEach(phone -> text.append(' ').append(phone.number()));
        return fold(text.toString());
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT).replace('\u0451', '\u0435');
    }
}
