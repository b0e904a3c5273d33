package ru.garnitura.backoffice.kb;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.store.Row;
import ru.garnitura.backoffice.store.Tx;
import ru.garnitura.backoffice.web.Json;

/// The base as editors see it: all articles by section, words and state, the withdrawn ones too.
public final class Listing {
    private static final String BETWEEN = "\n";
    private static final String FLAGS =
            """
            (SELECT COUNT(*) FROM article_feedback f LEFT JOIN feedback_answer d ON d.feedback = f.id
                WHERE f.kind = 'flag' AND f.article = a.id AND d.feedback IS NULL)""";

    private Listing() {}

    /// Which articles are wanted.
    public enum Wanted {
        LIVE("a.deleted = FALSE"),
        WITHDRAWN("a.deleted = TRUE"),
        EXPIRED("a.deleted = FALSE AND a.expires < ?"),
        FLAGGED("a.deleted = FALSE AND " + FLAGS + " > 0");

        private final String where;

        Wanted(String where) {
            this.where = where;
        }

        /// @throws IllegalArgumentException where there is no such state
        public static Wanted parse(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    /// What is asked for.
    ///
    /// @param section the beginning of the path; empty for all
    public record Query(String words, List<String> section, Wanted wanted, int offset, int limit) {}

    /// One line of the list.
    public record Line(
            String id,
            String rev,
            String title,
            List<String> section,
            @Nullable LocalDate verifiedAt,
            @Nullable LocalDate expiresAt,
            boolean mustRead,
            @Nullable LocalDate mustReadBy,
            boolean withdrawn,
            long flags,
            Instant changedAt) {}

    /// A page of lines.
    public record Page(List<Line> items, long total, int offset) {}

    /// A place in the tree and how many articles stand right there.
    public record Place(List<String> section, long count) {}

    static void fill(Tx tx, String id, Article article) {
        LocalDate expires = article.expiresAt();
        var words = new StringBuilder(article.title()).append(BETWEEN).append(id);
        article.synonyms().forEach(word -> words.append(BETWEEN).append(word));
        article.tags().forEach(word -> words.append(BETWEEN).append(word));
        article.questions().forEach(question -> words.append(BETWEEN).append(question.text()));
        words.append(BETWEEN).append(article.body());
        tx.update(
                "UPDATE article SET title = ?, section = ?, search = ?, expires = ? WHERE id = ?",
                article.title(),
                path(article.section()),
                Folded.text(words.toString()),
                expires == null ? null : expires.atStartOfDay(ZoneOffset.UTC).toInstant(),
                id);
    }

    /// Titles that have the first word come first, then by title.
    public static Page page(Tx tx, Query query, Instant now) {
        var where = new StringBuilder(" FROM article a WHERE a.title IS NOT NULL AND ").append(query.wanted.where);
        var values = new ArrayList<@Nullable Object>();
        if (query.wanted == Wanted.EXPIRED) {
            values.add(now);
        }
        if (!query.section.isEmpty()) {
            where.append(" AND (a.section = ? OR a.section LIKE ? ESCAPE '!')");
            values.add(path(query.section));
            values.add(literal(path(query.section) + BETWEEN) + "%");
        }
        List<String> stems = Folded.stems(query.words);
        for (String stem : stems) {
            where.append(" AND a.search LIKE ? ESCAPE '!'");
            values.add("%" + literal(stem) + "%");
        }
        long total = tx.number("SELECT COUNT(*) AS n" + where, values.toArray());
        values.add(stems.isEmpty() ? "%" : "%" + literal(stems.getFirst()) + "%");
        values.add(query.limit);
        values.add(query.offset);
        List<Line> found = tx.list(
                Listing::line,
                "SELECT a.*, " + FLAGS + " AS flags" + where
                        + " ORDER BY CASE WHEN LOWER(a.title) LIKE ? ESCAPE '!' THEN 0 ELSE 1 END, a.title, a.id"
                        + " LIMIT ? OFFSET ?",
                values.toArray());
        return new Page(found, total, query.offset);
    }

    public static List<Place> sections(Tx tx) {
        return tx.list(
                row -> new Place(section(row.text("section")), row.number("n")),
                """
                SELECT section, COUNT(*) AS n FROM article WHERE deleted = FALSE AND section IS NOT NULL
                GROUP BY section ORDER BY section""");
    }

    private static Line line(Row row) {
        Article article = Json.read(row.text("content"), Article.class);
        return new Line(
                row.text("id"),
                "r" + row.number("seq"),
                article.title(),
                article.section(),
                article.verifiedAt(),
                article.expiresAt(),
                article.mustRead(),
                article.mustReadBy(),
                row.flag("deleted"),
                row.number("flags"),
                row.time("changed"));
    }

    private static String path(List<String> section) {
        return String.join(BETWEEN, section);
    }

    private static List<String> section(String path) {
        return path.isEmpty() ? List.of() : List.of(path.split(BETWEEN, -1));
    }

    private static String literal(String text) {
        return text.replaceAll("([!%_])", "!$1");
    }
}
