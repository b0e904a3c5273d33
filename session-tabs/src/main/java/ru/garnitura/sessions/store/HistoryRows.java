package ru.garnitura.sessions.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ru.garnitura.sessions.customer.CustomerCopy.Kept;
import ru.garnitura.sessions.customer.InteractionPage;
import ru.garnitura.sessions.customer.InteractionRecord;
import ru.garnitura.sessions.session.Channel;
import ru.garnitura.sessions.session.CustomerId;

/// The newest page of a customer's history as rows.
final class HistoryRows {

    private HistoryRows() {}

    static Optional<Kept<InteractionPage>> read(Connection connection, CustomerId id) throws SQLException {
        List<InteractionRecord> records = Rows.all(connection,
                "SELECT * FROM interaction WHERE customer = ? ORDER BY pos", HistoryRows::interaction, id.value());
        return Rows.first(connection, "SELECT * FROM history WHERE customer = ?", row -> {
            InteractionPage.Totals totals = new InteractionPage.Totals(
                    row.getInt("transfers"), row.getInt("holds"), row.getInt("same_topic"));
            InteractionPage page = new InteractionPage(records, row.getBoolean("more"), totals);
            return new Kept<>(page, Rows.instant(row, "kept_at"));
        }, id.value());
    }

    static int write(Connection connection, CustomerId id, InteractionPage page, Instant at) throws SQLException {
        InteractionPage.Totals totals = page.totals();
        Rows.run(connection, "MERGE INTO history KEY (customer) VALUES (?, ?, ?, ?, ?, ?)",
                id.value(), page.more(), totals.transfers(), totals.holds(), totals.sameTopicInWeek(), at);
        Rows.run(connection, "DELETE FROM interaction WHERE customer = ?", id.value());
        int place = 0;
        for (InteractionRecord record : page.records()) {
            InteractionRecord.Course course = record.course();
            Rows.run(connection, "INSERT INTO interaction VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    id.value(), place++, record.id(), record.at(), course.kind().name(), course.channel().name(),
                    course.result().name(), course.length().toMillis(), course.operator(), record.topic(),
                    record.note());
        }
        return place;
    }

    private static InteractionRecord interaction(ResultSet row) throws SQLException {
        InteractionRecord.Course course = new InteractionRecord.Course(
                InteractionRecord.Kind.valueOf(row.getString("kind")), Channel.parse(row.getString("channel")),
                InteractionRecord.Result.valueOf(row.getString("result")),
                Duration.ofMillis(row.getLong("length_ms")), row.getString("operator"));
        return new InteractionRecord(row.getString("id"), Rows.instant(row, "at"), course,
                row.getString("topic"), row.getString("note"));
    }
}
