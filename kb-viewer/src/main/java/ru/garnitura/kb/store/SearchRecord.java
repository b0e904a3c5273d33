package ru.garnitura.kb.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ru.garnitura.kb.article.ArticleId;

/// What this operator searched for, and how often an article was opened for the same words. It holds words of the base
/// alone: the caller hands over nothing a customer could be known by. I/O threads.
public final class SearchRecord {

    private static final int LONGEST = 100;
    private static final int LONGEST_SUBJECT = 300;
    private static final int MOST_SEARCHES = 200;
    private static final int MOST_CHOICES = 5_000;

    private final H2File file;

    SearchRecord(H2File file) {
        this.file = file;
    }

    /// Notes words that led to an article.
    public void searched(String words, Instant at) {
        if (words.isBlank() || words.length() > LONGEST) {
            return;
        }
        file.keep("Recording a search", connection -> {
            try (var row = connection.prepareStatement("""
                    MERGE INTO searched s USING (VALUES (?, ?)) AS v(words, at) ON s.words = v.words
                    WHEN MATCHED THEN UPDATE SET times = s.times + 1, last_time = v.at
                    WHEN NOT MATCHED THEN INSERT VALUES (v.words, 1, v.at)""");
                    var forget = connection.prepareStatement("""
                    DELETE FROM searched WHERE words IN (SELECT words FROM searched ORDER BY last_time DESC
                      OFFSET ? ROWS)""")) {
                row.setString(1, words);
                row.setObject(2, at.atOffset(ZoneOffset.UTC));
                forget.setInt(1, MOST_SEARCHES);
                return row.executeUpdate() + forget.executeUpdate();
            }
        });
    }

    /// Searches made last, the latest first.
    public List<String> recent(int limit) {
        return words("SELECT words FROM searched ORDER BY last_time DESC FETCH FIRST ? ROWS ONLY", limit);
    }

    /// Searches made more than once, the most frequent first.
    public List<String> frequent(int limit) {
        return words("SELECT words FROM searched WHERE times > 1 ORDER BY times DESC, last_time DESC "
                + "FETCH FIRST ? ROWS ONLY", limit);
    }

    /// Notes that an article was opened for a subject.
    public void chosen(String subject, ArticleId article, Instant at) {
        if (subject.isEmpty() || subject.length() > LONGEST_SUBJECT) {
            return;
        }
        file.keep("Recording a choice", connection -> {
            try (var row = connection.prepareStatement("""
                    MERGE INTO chosen c USING (VALUES (?, ?, ?)) AS v(subject, id, at)
                    ON c.subject = v.subject AND c.id = v.id
                    WHEN MATCHED THEN UPDATE SET times = c.times + 1, last_time = v.at
                    WHEN NOT MATCHED THEN INSERT VALUES (v.subject, v.id, 1, v.at)""");
                    var forget = connection.prepareStatement("""
                    DELETE FROM chosen WHERE (subject, id) IN (SELECT subject, id FROM chosen ORDER BY last_time DESC
                      OFFSET ? ROWS)""")) {
                row.setString(1, subject);
                row.setString(2, article.value());
                row.setObject(3, at.atOffset(ZoneOffset.UTC));
                forget.setInt(1, MOST_CHOICES);
                return row.executeUpdate() + forget.executeUpdate();
            }
        });
    }

    /// How often each article was opened for a subject.
    public Map<ArticleId, Integer> choices(String subject) {
        if (subject.isEmpty()) {
            return Map.of();
        }
        return file.within("Reading choices", connection -> {
            try (var query = connection.prepareStatement("SELECT id, times FROM chosen WHERE subject = ?")) {
                query.setString(1, subject);
                try (var row = query.executeQuery()) {
                    var choices = new HashMap<ArticleId, Integer>();
                    while (row.next()) {
                        choices.put(new ArticleId(row.getString(1)), row.getInt(2));
                    }
                    return choices;
                }
            }
        });
    }

    private List<String> words(String sql, int limit) {
        return file.within("Reading searches", connection -> {
            try (var query = connection.prepareStatement(sql)) {
                query.setInt(1, limit);
                try (var row = query.executeQuery()) {
                    var words = new ArrayList<String>();
                    while (row.next()) {
                        words.add(row.getString(1));
                    }
                    return words;
                }
            }
        });
    }
}
