package ru.garnitura.kb.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Deletes sets that no longer serve and are not being filled, a few rows at a time, and puts everything on disk.
final class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final int ROWS = 500;

    private Sweep() {
    }

    /// @return how many rows were deleted
    static int run(Connection connection) throws SQLException {
        var swept = 0;
        for (var table : List.of("article", "withdrawn")) {
            for (var set : orphans(connection, table)) {
                swept += delete(connection, table, set);
            }
        }
        if (swept > 0) {
            LOG.debug("Swept {} rows", swept);
        }
        try (var sync = connection.createStatement()) {
            sync.execute("CHECKPOINT SYNC");
        }
        return swept;
    }

    /// Hops from set to set along the primary key: counting through a base of many thousand articles would read it all.
    private static List<String> orphans(Connection connection, String table) throws SQLException {
        var orphans = new ArrayList<String>();
        try (var next = connection.prepareStatement("SELECT set_name FROM " + table
                + " WHERE set_name > ? ORDER BY set_name, id FETCH FIRST ROW ONLY");
                var known = connection.prepareStatement("SELECT role FROM replica WHERE set_name = ?")) {
            for (var set = first(next, ""); set != null; set = first(next, set)) {
                if (first(known, set) == null) {
                    orphans.add(set);
                }
            }
        }
        return orphans;
    }

    private static @Nullable String first(PreparedStatement query, String of) throws SQLException {
        query.setString(1, of);
        try (var row = query.executeQuery()) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private static int delete(Connection connection, String table, String set) throws SQLException {
        var all = 0;
        try (var delete = connection.prepareStatement(
                "DELETE FROM " + table + " WHERE set_name = ? FETCH FIRST " + ROWS + " ROWS ONLY")) {
            delete.setString(1, set);
            for (var rows = ROWS; rows == ROWS; all += rows) {
                rows = delete.executeUpdate();
            }
        }
        return all;
    }
}
