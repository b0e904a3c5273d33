package ru.garnitura.backoffice.feedback;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.kb.Article;
import ru.garnitura.backoffice.store.Row;
import ru.garnitura.backoffice.store.Tx;
import ru.garnitura.backoffice.web.Json;
import tools.jackson.databind.JsonNode;

/// Errors that readers flagged and no editor has answered yet, oldest first.
final class Flags {
    private static final int AT_MOST = 500;

    private Flags() {}

    /// One flag, with the passage it means in the article as it is today.
    ///
    /// @param rev the revision the reader saw
    /// @param currentRev the revision of today
    /// @param passage null where nothing of it is left
    record Flag(
            long id,
            String article,
            String title,
            String rev,
            String currentRev,
            boolean withdrawn,
            @Nullable String kind,
            @Nullable String text,
            @Nullable String quote,
            @Nullable String passage,
            boolean exact,
            Person operator,
            Instant at) {}

    /// Who reported.
    record Person(String id, String name) {}

    static List<Flag> open(Tx tx) {
        return tx.list(
                Flags::flag,
                """
                SELECT f.id, f.article, f.operator, f.at, f.content AS report, a.seq, a.deleted, a.content, o.name
                FROM article_feedback f JOIN article a ON a.id = f.article JOIN operator o ON o.id = f.operator
                LEFT JOIN feedback_answer d ON d.feedback = f.id
                WHERE f.kind = 'flag' AND d.feedback IS NULL ORDER BY f.id LIMIT ?""",
                AT_MOST);
    }

    private static Flag flag(Row row) {
        JsonNode report = Json.read(row.text("report"), JsonNode.class);
        String content = row.text("content");
        Article article = content.isEmpty() ? null : Json.read(content, Article.class);
        String quote = report.path("quote").stringValue(null);
        Passage passage = article == null || quote == null
                ? null
                : Passage.find(article.body(), report.path("anchor").stringValue(""), quote);
        return new Flag(
                row.number("id"),
                row.text("article"),
                article == null ? row.text("article") : article.title(),
                report.path("rev").stringValue(""),
                "r" + row.number("seq"),
                row.flag("deleted"),
                report.path("kind").stringValue(null),
                report.path("text").stringValue(null),
                quote,
                passage == null ? null : passage.text(),
                passage != null && passage.exact(),
                new Person(row.text("operator"), row.text("name")),
                row.time("at"));
    }
}
