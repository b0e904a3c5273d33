package ru.garnitura.kb.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.garnitura.kb.article.Checkpoint;

/// One set of articles: the serving one, or the shadow being filled behind it.
///
/// @param articles in it
record Replica(StoreMark mark, Role role, @Nullable Instant asOf, int articles) {

    private static final int COLUMNS = 7;

    enum Role { ACTIVE, SHADOW }

    static Replica begin(Role role, Checkpoint at) {
        return new Replica(new StoreMark(UUID.randomUUID().toString(), 0, at), role, null, 0);
    }

    static @Nullable Replica load(Connection connection, Role role) throws SQLException {
        try (var query = connection.prepareStatement("SELECT * FROM replica WHERE role = ?")) {
            query.setString(1, role.name());
            try (var row = query.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                var checkpoint = new Checkpoint(row.getString("epoch"), row.getString("cursor"));
                var at = row.getObject("as_of", OffsetDateTime.class);
                return new Replica(new StoreMark(row.getString("set_name"), row.getLong("page"), checkpoint), role,
                        at == null ? null : at.toInstant(), articles(connection, row));
            }
        }
    }

    /// Counted where a file of an earlier schema could be opened for reading alone.
    private static int articles(Connection connection, ResultSet replica) throws SQLException {
        if (replica.getMetaData().getColumnCount() == COLUMNS) {
            return replica.getInt("articles");
        }
        try (var query = connection.prepareStatement("SELECT COUNT(*) FROM article WHERE set_name = ?")) {
            query.setString(1, replica.getString("set_name"));
            try (var row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /// @param more articles after it than before, less than 0 for fewer
    Replica after(Page page, int more) {
        var next = new StoreMark(mark.set(), mark.page() + 1, page.after());
        return new Replica(next, role, page.last() ? page.at() : asOf, articles + more);
    }

    Replica as(Role other) {
        return new Replica(mark, other, asOf, articles);
    }

    void save(Connection connection) throws SQLException {
        try (var row = connection.prepareStatement("MERGE INTO replica(set_name, role, epoch, cursor, page, as_of, articles) "
                + "VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            row.setString(1, mark.set());
            row.setString(2, role.name());
            row.setString(3, mark.checkpoint().epoch());
            row.setString(4, mark.checkpoint().cursor());
            row.setLong(5, mark.page());
            row.setObject(6, asOf == null ? null : asOf.atOffset(ZoneOffset.UTC));
            row.setInt(7, articles);
            row.executeUpdate();
        }
    }

    void drop(Connection connection) throws SQLException {
        try (var row = connection.prepareStatement("DELETE FROM replica WHERE set_name = ?")) {
            row.setString(1, mark.set());
            row.executeUpdate();
        }
    }
}
