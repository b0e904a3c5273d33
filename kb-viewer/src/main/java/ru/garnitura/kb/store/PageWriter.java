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
    void write(Page page) throws SQLException {
        var active = Replica.load(connection, Role.ACTIVE);
        var shadow = Replica.load(connection, Role.SHADOW);
        if (shadow != null) {
            var filled = put(sameHistory(shadow, page) ? shadow : restart(shadow, page), page);
            if (page.last()) {
                promote(active, filled);
            }
        } else if (active == null) {
            put(Replica.begin(Role.ACTIVE, page.after()), page);
        } else if (sameHistory(active, page)) {
            put(active, page);
        } else {
            var filled = put(Replica.begin(Role.SHADOW, page.after()), page);
            if (page.last()) {
                promote(active, filled);
            }
        }
    }

    private static boolean sameHistory(Replica set, Page page) {
        return set.mark().checkpoint().epoch().equals(page.after().epoch());
    }

    private Replica restart(Replica shadow, Page page) throws SQLException {
        shadow.drop(connection);
        return Replica.begin(Role.SHADOW, page.after());
    }

    private void promote(@Nullable Replica active, Replica filled) throws SQLException {
        if (active != null) {
            active.drop(connection);
        }
        filled.as(Role.ACTIVE).save(connection);
    }

    private Replica put(Replica set, Page page) throws SQLException {
        var next = set.after(page);
        try (var put = connection.prepareStatement(ArticleRow.MERGE);
                var revive = connection.prepareStatement("DELETE FROM withdrawn WHERE set_name = ? AND id = ?");
                var remove = connection.prepareStatement("DELETE FROM article WHERE set_name = ? AND id = ?");
                var bury = connection.prepareStatement("MERGE INTO withdrawn(set_name, id, page) VALUES (?, ?, ?)")) {
            for (var change : page.changes()) {
                switch (change) {
                    case ArticleChange.Put(var article) -> {
                        ArticleRow.bind(put, next.mark().set(), next.mark().page(), article);
                        put.executeUpdate();
                        name(revive, next, change);
                        revive.executeUpdate();
                    }
                    case ArticleChange.Withdrawal _ -> {
                        name(remove, next, change);
                        remove.executeUpdate();
                        name(bury, next, change);
                        bury.setLong(3, next.mark().page());
                        bury.executeUpdate();
                    }
                }
            }
        }
        next.save(connection);
        return next;
    }

    private static void name(PreparedStatement statement, Replica set, ArticleChange change)
            throws SQLException {
        statement.setString(1, set.mark().set());
        statement.setString(2, change.id().value());
    }
}
