package ru.garnitura.backoffice.customers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.desk.DeskSetup;
import ru.garnitura.backoffice.recordings.Recording;
import ru.garnitura.backoffice.recordings.Recordings;
import ru.garnitura.backoffice.signin.Operator;
import ru.garnitura.backoffice.store.Row;
import ru.garnitura.backoffice.store.Tx;
import ru.garnitura.backoffice.web.Problem;
import ru.garnitura.backoffice.web.ProblemCode;

/// The history of interactions in the store.
public final class Interactions {
    private static final String INSERT =
            """
            INSERT INTO interaction(id, customer, channel, direction, at, ended, wait, talk, hold, transfers,
                operator, queue, topic, result, summary, session, transcript)
            VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String COLUMNS =
            """
            i.id, i.customer, i.channel, i.direction, i.at, i.ended, i.wait, i.talk, i.hold, i.transfers, i.operator,
            i.queue, i.topic, i.result, i.summary, i.session, i.transcript IS NOT NULL AS written""";
    private static final String SELECT = "SELECT " + COLUMNS
            + ", o.name AS operator_name FROM interaction i LEFT JOIN operator o ON o.id = i.operator ";

    private static final int CHUNK = 500;
    private static final Comparator<Placed> NEWEST_FIRST =
            Comparator.comparingLong(Placed::at).thenComparing(Placed::id).reversed();

    private final DeskSetup setup;

    public Interactions(DeskSetup setup) {
        this.setup = setup;
    }

    /// An interaction as it is written: by ids.
    ///
    /// @param transcript JSON lines of the conversation, null where there is none
    public record Entry(
            String id,
            @Nullable String customer,
            String channel,
            String direction,
            Instant at,
            Instant endedAt,
            int waitSeconds,
            int talkSeconds,
            int holdSeconds,
            int transfers,
            @Nullable String operator,
            @Nullable String queue,
            @Nullable String topic,
            String result,
            String summary,
            @Nullable String session,
            @Nullable String transcript) {

        @Nullable Object[] values() {
            return new @Nullable Object[] {
                id, customer, channel, direction, at, endedAt, waitSeconds, talkSeconds, holdSeconds, transfers,
                operator, queue, topic, result, summary, session, transcript
            };
        }
    }

    /// Newest first.
    ///
    /// @param recordings what the asker may hear, by interaction
    public record Page(
            List<Interaction> items, @Nullable String next, boolean more, Map<String, List<Recording>> recordings) {}

    public void add(Tx tx, Entry entry) {
        tx.update(INSERT, entry.values());
        tx.update(
                "UPDATE customer SET rev = rev + 1, last_at = ? WHERE id = ? AND last_at < ?",
                entry.endedAt(),
                entry.customer(),
                entry.endedAt());
    }

    public static void addAll(Tx tx, List<Entry> entries) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        entries.forEach(entry -> rows.add(entry.values()));
        tx.batch(INSERT, rows);
    }

    public Optional<Interaction> byId(Tx tx, String id) {
        return tx.first(this::interaction, SELECT + "WHERE i.id = ?", id);
    }

    static Optional<String> transcript(Tx tx, String id) {
        return tx.first(
                row -> row.text("transcript"),
                "SELECT transcript FROM interaction WHERE id = ? AND transcript IS NOT NULL",
                id);
    }

    private record Placed(String id, String customer, long at) {}

    /// The latest of each customer, newest first: first which ones, from the index alone, then these.
    Map<String, List<Interaction>> latest(Tx tx, List<String> customers, int limit) {
        Map<String, List<Placed>> placed = tx
                .list(
                        row -> new Placed(row.text("id"), row.text("customer"), row.number("at")),
                        "SELECT customer, at, id FROM interaction WHERE customer IN (%s)"
                                .formatted(Tx.places(customers.size())),
                        customers.toArray())
                .stream()
                .collect(Collectors.groupingBy(Placed::customer));
        List<String> wanted = placed.values().stream()
                .flatMap(all -> all.stream().sorted(NEWEST_FIRST).limit(limit))
                .map(Placed::id)
                .toList();
        Map<String, Interaction> found = byId(tx, wanted);
        return placed.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, of -> of.getValue().stream()
                .sorted(NEWEST_FIRST)
                .limit(limit)
                .map(one -> found.get(one.id))
                .filter(Objects::nonNull)
                .toList()));
    }

    private Map<String, Interaction> byId(Tx tx, List<String> ids) {
        Map<String, Interaction> found = new HashMap<>();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + CHUNK));
            tx.list(this::interaction, SELECT + "WHERE i.id IN (" + Tx.places(some.size()) + ")", some.toArray())
                    .forEach(one -> found.put(one.id(), one));
        }
        return found;
    }

    /// Which page of a history, and for whom.
    ///
    /// @param before the cursor an earlier page gave
    record Wanted(@Nullable String before, int limit, Operator asker) {}

    Page page(Tx tx, String customer, Wanted wanted) {
        String before = wanted.before();
        int limit = wanted.limit();
        Position from = before == null ? new Position(Long.MAX_VALUE, "") : Position.parse(before);
        List<Interaction> found = tx.list(
                this::interaction,
                SELECT
                        + """
                        WHERE i.customer = ? AND (i.at < ? OR (i.at = ? AND i.id < ?))
                        ORDER BY i.at DESC, i.id DESC LIMIT ?""",
                customer,
                from.at,
                from.at,
                from.id,
                limit + 1);
        boolean more = found.size() > limit;
        List<Interaction> items = more ? found.subList(0, limit) : found;
        List<String> ids = items.stream().map(Interaction::id).toList();
        return new Page(
                items,
                more ? Position.of(items.getLast()).encode() : null,
                more,
                Recordings.heardBy(tx, ids, wanted.asker()));
    }

    private record CountsOf(String customer, Customer.Counts counts) {}

    /// Over the last days; a customer without any is not there.
    static Map<String, Customer.Counts> counts(Tx tx, List<String> customers, Instant now) {
        return tx
                .list(
                        row -> new CountsOf(row.text("customer"), new Customer.Counts(row.count("t"), row.count("h"))),
                        """
                        SELECT customer, COALESCE(SUM(transfers), 0) AS t, COALESCE(SUM(hold), 0) AS h
                        FROM interaction WHERE customer IN (%s) AND at > ? GROUP BY customer"""
                                .formatted(Tx.places(customers.size())),
                        since(customers, now))
                .stream()
                .collect(Collectors.toMap(CountsOf::customer, CountsOf::counts));
    }

    private record TopicOf(String customer, String topic) {}

    /// Contacts of the last days on the topic of the latest one.
    static Map<String, Integer> repeats(Tx tx, List<String> customers, Instant now) {
        Map<String, String> latest = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        tx.list(
                        row -> new TopicOf(row.text("customer"), row.text("topic")),
                        """
                        SELECT customer, topic FROM interaction WHERE customer IN (%s) AND at > ? AND topic IS NOT NULL
                        ORDER BY at DESC, id DESC"""
                                .formatted(Tx.places(customers.size())),
                        since(customers, now))
                .forEach(one -> {
                    if (latest.computeIfAbsent(one.customer, id -> one.topic).equals(one.topic)) {
                        counts.merge(one.customer, 1, Integer::sum);
                    }
                });
        return counts;
    }

    private static @Nullable Object[] since(List<String> customers, Instant now) {
        var values = new ArrayList<@Nullable Object>(customers);
        values.add(now.minus(Duration.ofDays(Customers.REPEAT_DAYS)));
        return values.toArray();
    }

    private Interaction interaction(Row row) {
        String operator = row.textOrNull("operator");
        String operatorName = row.textOrNull("operator_name");
        String topic = row.textOrNull("topic");
        return new Interaction(
                row.text("id"),
                row.textOrNull("customer"),
                row.text("channel"),
                row.text("direction"),
                row.time("at"),
                row.time("ended"),
                row.count("wait"),
                row.count("talk"),
                row.count("hold"),
                row.count("transfers"),
                operator == null || operatorName == null ? null : new Interaction.Person(operator, operatorName),
                row.textOrNull("queue"),
                topic == null ? null : new Interaction.Subject(topic, topicTitle(topic)),
                row.text("result"),
                row.text("summary"),
                row.flag("written"),
                row.textOrNull("session"));
    }

    private String topicTitle(String topic) {
        return setup.leaf(topic).map(leaf -> leaf.title().ru()).orElse(topic);
    }

    private record Position(long at, String id) {

        static Position of(Interaction interaction) {
            return new Position(interaction.at().toEpochMilli(), interaction.id());
        }

        String encode() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((at + "." + id).getBytes(StandardCharsets.UTF_8));
        }

        static Position parse(String cursor) {
            try {
                String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
                int dot = plain.indexOf('.');
                return new Position(Long.parseLong(plain.substring(0, Math.max(0, dot))), plain.substring(dot + 1));
            } catch (IllegalArgumentException e) {
                throw new Problem(ProblemCode.BAD_REQUEST, e);
            }
        }
    }
}
