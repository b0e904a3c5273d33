package ru.garnitura.kb.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ru.garnitura.kb.article.Article;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.article.Revision;

/// What this operator opened, marked as a favourite, confirmed and pinned. Ids of articles that are gone meanwhile stay
/// in it: they may come back. I/O threads.
public final class ReadingRecord {

    private static final int MOST_READINGS = 2_000;

    private final H2File file;

    ReadingRecord(H2File file) {
        this.file = file;
    }

    /// The revision of an article read last, and the other one before it.
    ///
    /// @param body   Markdown as it was read
    /// @param before the text of another revision read before this one, empty where there was none
    public record Reading(Revision revision, String body, String before) {
    }

    /// Notes what is read now. The text is kept, so that a later change can be shown.
    public void opened(Article article, Instant at) {
        file.keep("Recording a reading", connection -> {
            try (var row = connection.prepareStatement("""
                    MERGE INTO reading r USING (VALUES (?, ?, CAST(? AS VARCHAR(1000000)), ?)) AS v(id, rev, body, at)
                    ON r.id = v.id
                    WHEN MATCHED AND r.rev = v.rev THEN UPDATE SET opened = r.opened + 1, last_opened = v.at
                    WHEN MATCHED THEN UPDATE SET before_rev = r.rev, before_body = r.body, rev = v.rev, body = v.body,
                      opened = r.opened + 1, last_opened = v.at
                    WHEN NOT MATCHED THEN INSERT VALUES (v.id, v.rev, v.body, '', '', 1, v.at)""");
                    var forget = connection.prepareStatement("""
                    DELETE FROM reading WHERE id IN (SELECT id FROM reading ORDER BY last_opened DESC
                      OFFSET ? ROWS)""")) {
                row.setString(1, article.id().value());
                row.setString(2, article.revision().value());
                row.setString(3, article.text().body());
                row.setObject(4, at.atOffset(ZoneOffset.UTC));
                forget.setInt(1, MOST_READINGS);
                return row.executeUpdate() + forget.executeUpdate();
            }
        });
    }

    /// What was read last of an article, empty for one never opened.
    public Optional<Reading> lastRead(ArticleId article) {
        return file.within("Reading what was read", connection -> {
            try (var query = connection.prepareStatement("SELECT rev, body, before_body FROM reading WHERE id = ?")) {
                query.setString(1, article.value());
                try (var row = query.executeQuery()) {
                    return row.next() ? Optional.of(new Reading(new Revision(row.getString(1)), row.getString(2),
                            row.getString(3))) : Optional.empty();
                }
            }
        });
    }

    /// The revisions read last, by article.
    public Map<ArticleId, Revision> readings() {
        return revisions("SELECT id, rev FROM reading");
    }

    public void favourite(ArticleId article, boolean marked) {
        file.keep("Marking a favourite", connection -> {
            try (var row = connection.prepareStatement(marked ? "MERGE INTO favourite VALUES (?)"
                    : "DELETE FROM favourite WHERE id = ?")) {
                row.setString(1, article.value());
                return row.executeUpdate();
            }
        });
    }

    public List<ArticleId> favourites() {
        return file.within("Reading favourites", connection -> {
            try (var query = connection.prepareStatement("SELECT id FROM favourite")) {
                return ids(query);
            }
        });
    }

    /// Articles opened last, the latest first.
    public List<ArticleId> recents(int limit) {
        return file.within("Reading recents", connection -> {
            try (var query = connection.prepareStatement(
                    "SELECT id FROM reading ORDER BY last_opened DESC FETCH FIRST ? ROWS ONLY")) {
                query.setInt(1, limit);
                return ids(query);
            }
        });
    }

    /// The operator confirmed having read a revision.
    public void acknowledged(ArticleId article, Revision revision, Instant at) {
        file.within("Recording a confirmation", connection -> {
            try (var row = connection.prepareStatement("MERGE INTO acknowledged KEY(id) VALUES (?, ?, ?)");
                    var sync = connection.createStatement()) {
                row.setString(1, article.value());
                row.setString(2, revision.value());
                row.setObject(3, at.atOffset(ZoneOffset.UTC));
                row.executeUpdate();
                return sync.execute("CHECKPOINT SYNC");
            }
        });
    }

    /// The revisions confirmed last, by article.
    public Map<ArticleId, Revision> acknowledgements() {
        return revisions("SELECT id, rev FROM acknowledged");
    }

    /// Keeps an article at hand for a topic of conversations, or no longer.
    public void pin(String topic, ArticleId article, boolean pinned) {
        file.keep("Pinning an article", connection -> {
            try (var row = connection.prepareStatement(pinned ? "MERGE INTO pin VALUES (?, ?)"
                    : "DELETE FROM pin WHERE topic = ? AND id = ?")) {
                row.setString(1, topic);
                row.setString(2, article.value());
                return row.executeUpdate();
            }
        });
    }

    public List<ArticleId> pins(String topic) {
        return file.within("Reading pins", connection -> {
            try (var query = connection.prepareStatement("SELECT id FROM pin WHERE topic = ?")) {
                query.setString(1, topic);
                return ids(query);
            }
        });
    }

    /// How the operator likes something to be, empty where nothing was said.
    public Optional<String> preference(String name) {
        return file.within("Reading a preference", connection -> {
            try (var query = connection.prepareStatement("SELECT setting FROM preference WHERE name = ?")) {
                query.setString(1, name);
                try (var row = query.executeQuery()) {
                    return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
                }
            }
        });
    }

    public void prefer(String name, String setting) {
        file.keep("Keeping a preference", connection -> {
            try (var row = connection.prepareStatement("MERGE INTO preference VALUES (?, ?)")) {
                row.setString(1, name);
                row.setString(2, setting);
                return row.executeUpdate();
            }
        });
    }

    private Map<ArticleId, Revision> revisions(String sql) {
        return file.within("Reading revisions", connection -> {
            try (var query = connection.prepareStatement(sql); var row = query.executeQuery()) {
                var revisions = new HashMap<ArticleId, Revision>();
                while (row.next()) {
                    revisions.put(new ArticleId(row.getString(1)), new Revision(row.getString(2)));
                }
                return revisions;
            }
        });
    }

    private static List<ArticleId> ids(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            var ids = new ArrayList<ArticleId>();
            while (row.next()) {
                ids.add(new ArticleId(row.getString(1)));
            }
            return ids;
        }
    }
}
