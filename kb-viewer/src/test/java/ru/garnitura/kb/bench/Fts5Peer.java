package ru.garnitura.kb.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import ru.garnitura.kb.article.Article;

/// SQLite FTS5 as its users run it: unicode61, a prefix index, every word a prefix, all of them first and then any, ranked by
/// bm25 with the title before the body, with snippets.
final class Fts5Peer implements AutoCloseable {

    static final String CREATE = "CREATE VIRTUAL TABLE article USING fts5(id UNINDEXED, title, names, body, "
            + "tokenize='unicode61 remove_diacritics 2', prefix='2 3 4')";
    static final String SEARCH = "SELECT id, highlight(article, 1, '[', ']'), snippet(article, 3, '[', ']', '...', 16) "
            + "FROM article WHERE article MATCH ? ORDER BY bm25(article, 0, 8, 5, 1) LIMIT 10";

    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Connection connection;
    private final PreparedStatement search;

    Fts5Peer(Path file) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (var create = connection.createStatement()) {
            create.execute(CREATE);
        }
        search = connection.prepareStatement(SEARCH);
    }

    String version() throws SQLException {
        return connection.getMetaData().getDatabaseProductVersion();
    }

    void add(List<Article> articles) throws SQLException {
        connection.setAutoCommit(false);
        try (var row = connection.prepareStatement("INSERT INTO article VALUES (?, ?, ?, ?)")) {
            for (var article : articles) {
                row.setString(1, article.id().value());
                row.setString(2, article.title());
                row.setString(3, String.join(" ", article.labels().tags()) + " "
                        + String.join(" ", article.labels().synonyms()));
                row.setString(4, article.text().body());
                row.executeUpdate();
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
        try (var optimize = connection.createStatement()) {
            optimize.execute("INSERT INTO article(article) VALUES('optimize')");
        }
    }

    /// Every word as a prefix; where too few articles have all of them, any of them.
    List<String> search(String typed) {
        var words = NOT_WORD.splitAsStream(typed).filter(word -> !word.isEmpty()).map(word -> '"' + word + "\"*")
                .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        var found = new LinkedHashSet<>(match(String.join(" ", words)));
        if (found.size() < 10 && words.size() > 1) {
            found.addAll(match(String.join(" OR ", words)));
        }
        return List.copyOf(found);
    }

    private List<String> match(String expression) {
        try {
            search.setString(1, expression);
            try (var row = search.executeQuery()) {
                var found = new ArrayList<String>();
                while (row.next()) {
                    found.add(row.getString(1));
                    row.getString(2);
                    row.getString(3);
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("FTS5 search for " + expression, e);
        }
    }

    @Override
    public void close() throws SQLException {
        search.close();
        connection.close();
    }
}
