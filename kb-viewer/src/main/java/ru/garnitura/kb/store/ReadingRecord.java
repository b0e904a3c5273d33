package ru.garnitura.kb.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ru.garnitura.kb.article.Article;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.article.Revision;

/// What this operator opened and marked as a favourite, kept beside the articles. I/O threads.
public final class ReadingRecord {

    private static final String JOINED = " JOIN article a ON a.id = r.id "
            + "AND a.set_name = (SELECT set_name FROM replica WHERE role = 'ACTIVE') ";

    private final H2ArticleStore store;

    ReadingRecord(H2ArticleStore store) {
        this.store = store;
    }

    public void opened(Article article, Instant at) {
        store.within("Recording a reading", connection -> {
            try (var row = connection.prepareStatement("""
                    MERGE INTO reading r USING (VALUES (?, ?, ?)) AS v(id, rev, at) ON r.id = v.id
                    WHEN MATCHED THEN UPDATE SET rev = v.rev, opened = r.opened + 1, last_opened = v.at
                    WHEN NOT MATCHED THEN INSERT VALUES (v.id, v.rev, 1, v.at, FALSE)""")) {
                row.setString(1, article.id().value());
                row.setString(2, article.revision().value());
                row.setObject(3, at.atOffset(ZoneOffset.UTC));
                return row.executeUpdate();
            }
        });
    }

    /// The revision read last, empty for an article never opened.
    public Optional<Revision> lastRead(ArticleId article) {
        return store.within("Reading what was read", connection -> {
            try (var query = connection.prepareStatement("SELECT rev FROM reading WHERE id = ? AND opened > 0")) {
                query.setString(1, article.value());
                try (var row = query.executeQuery()) {
                    return row.next() ? Optional.of(new Revision(row.getString(1))) : Optional.empty();
                }
            }
        });
    }

    public void favourite(ArticleId article, boolean marked) {
        store.within("Marking a favourite", connection -> {
            try (var row = connection.prepareStatement("""
                    MERGE INTO reading r USING (VALUES (?, ?)) AS v(id, marked) ON r.id = v.id
                    WHEN MATCHED THEN UPDATE SET favourite = v.marked
                    WHEN NOT MATCHED THEN INSERT VALUES (v.id, '', 0, NULL, v.marked)""")) {
                row.setString(1, article.value());
                row.setBoolean(2, marked);
                return row.executeUpdate();
            }
        });
    }

    /// Favourites still being served, by title.
    public List<ArticleId> favourites() {
        return ids("SELECT r.id FROM reading r" + JOINED + "WHERE r.favourite ORDER BY a.title");
    }

    /// Articles opened last, the latest first.
    public List<ArticleId> recents(int limit) {
        return ids("SELECT r.id FROM reading r" + JOINED
                + "WHERE r.last_opened IS NOT NULL ORDER BY r.last_opened DESC FETCH FIRST " + limit + " ROWS ONLY");
    }

    private List<ArticleId> ids(String sql) {
        return store.within("Reading favourites and recents", connection -> {
            try (var query = connection.prepareStatement(sql)) {
                return ids(query);
            }
        });
    }

    private static List<ArticleId> ids(PreparedStatement query) throws SQLException {
        try (var row = query.executeQuery()) {
            var ids = new ArrayList<ArticleId>();
            while (row.next()) {
                ids.add(new ArticleId(row.getString(1)));
            }
            return ids;
        }
    }
}
