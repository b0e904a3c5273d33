package ru.garnitura.kb.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import ru.garnitura.kb.store.Replica.Role;

/// Reads the articles being served from the first to the last, a few at a time: a base of many thousand never lies in memory
/// as a whole. Each has to be what was written, all have to be there, and the list has to say the same of them.
final class RowCheck {

    private static final int ROWS = 200;

    private final Connection connection;
    private final Map<String, Integer> listed = new HashMap<>();

    private RowCheck(Connection connection) {
        this.connection = connection;
    }

    /// @return how many could be read
    /// @throws SQLException with the code of a damaged file where something is not as it was written
    static int run(Connection connection) throws SQLException {
        var active = Replica.load(connection, Role.ACTIVE);
        return active == null ? 0 : new RowCheck(connection).run(active);
    }

    private int run(Replica set) throws SQLException {
        readList();
        var all = readRows(set.mark().set());
        if (all != set.articles() || !listed.isEmpty()) {
            throw ArticleRow.damaged(null);
        }
        return all;
    }

    private void readList() throws SQLException {
        try (var query = H2ArticleStore.list(connection, "id, rev, title, section", ""); var row = query.executeQuery()) {
            while (row.next()) {
                listed.put(row.getString(1), Objects.hash(row.getString(2), row.getString(3), row.getString(4)));
            }
        }
    }

    private int readRows(String set) throws SQLException {
        var all = 0;
        try (var some = connection.prepareStatement("SELECT " + ArticleRow.COLUMNS
                + " FROM article WHERE set_name = ? AND id > ? ORDER BY set_name, id FETCH FIRST " + ROWS + " ROWS ONLY")) {
            some.setString(1, set);
            var after = "";
            for (var read = ROWS; read == ROWS; all += read) {
                read = 0;
                some.setString(2, after);
                try (var row = some.executeQuery()) {
                    for (; row.next(); read++) {
                        after = ArticleRow.read(row).id().value();
                        check(after, Objects.hash(row.getString("rev"), row.getString("title"), row.getString("section")));
                    }
                }
            }
        }
        return all;
    }

    private void check(String id, Integer row) throws SQLException {
        if (!row.equals(listed.remove(id))) {
            throw ArticleRow.damaged(null);
        }
    }
}
