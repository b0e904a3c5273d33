package ru.garnitura.kb.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import ru.garnitura.kb.article.ArticleChange;
import ru.garnitura.kb.store.Replica.Role;

/// Writes a page into the set it belongs to, the checkpoint last, inside the caller's transaction.
final class PageWriter {

    private final Connection connection;

    PageWriter(Connection connection) {
        this.connection = connection;
    }

    /// A page of the serving set's history, or of the very first snapshot, goes to the serving set, so that the first
    /// articles can be found while the rest is on its way. A page of another history goes to the shadow set.
    ///
    /// @return where the set now stands that it went to
    StoreMark write(Page page) throws SQLException {
        var active = Replica.load(connection, Role.ACTIVE);
        var shadow = Replica.load(connection, Role.SHADOW);
        if (shadow != null) {
            return shadowed(active, put(sameHistory(shadow, page) ? shadow : restart(shadow, page), page), page);
        }
        if (active == null) {
            return put(Replica.begin(Role.ACTIVE, page.after()), page).mark();
        }
        return sameHistory(active, page) ? put(active, page).mark()
                : shadowed(active, put(Replica.begin(Role.SHADOW, page.after()), page), page);
    }

    private StoreMark shadowed(@Nullable Replica active, Replica filled, Page page) throws SQLException {
        if (page.last()) {
            if (active != null) {
                active.drop(connection);
            }
            filled.as(Role.ACTIVE).save(connection);
        }
        return filled.mark();
    }

    private static boolean sameHistory(Replica set, Page page) {
        return set.mark().checkpoint().epoch().equals(page.after().epoch());
    }

    private Replica restart(Replica shadow, Page page) throws SQLException {
        shadow.drop(connection);
        return Replica.begin(Role.SHADOW, page.after());
    }

    private Replica put(Replica set, Page page) throws SQLException {
        var number = set.mark().page() + 1;
        var name = set.mark().set();
        var more = 0;
        try (var put = connection.prepareStatement(ArticleRow.INSERT);
                var remove = connection.prepareStatement("DELETE FROM article WHERE set_name = ? AND id = ?");
                var revive = connection.prepareStatement("DELETE FROM withdrawn WHERE set_name = ? AND id = ?");
                var bury = connection.prepareStatement("MERGE INTO withdrawn(set_name, id, page) VALUES (?, ?, ?)")) {
            var graves = hasGraves(name);
            for (var change : page.changes()) {
                more -= execute(remove, name, change);
                switch (change) {
                    case ArticleChange.Put(var article) -> {
                        ArticleRow.bind(put, name, number, article);
                        more += put.executeUpdate();
                        if (graves) {
                            execute(revive, name, change);
                        }
                    }
                    case ArticleChange.Withdrawal _ -> {
                        bury.setLong(3, number);
                        execute(bury, name, change);
                        graves = true;
                    }
                }
            }
        }
        var next = set.after(page, more);
        next.save(connection);
        return next;
    }

    private boolean hasGraves(String set) throws SQLException {
        try (var query = connection.prepareStatement("SELECT id FROM withdrawn WHERE set_name = ? FETCH FIRST ROW ONLY")) {
            query.setString(1, set);
            try (var row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    private static int execute(PreparedStatement statement, String set, ArticleChange change) throws SQLException {
        statement.setString(1, set);
        statement.setString(2, change.id().value());
        return statement.executeUpdate();
    }
}
