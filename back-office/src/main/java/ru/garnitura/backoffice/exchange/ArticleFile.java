package ru.garnitura.backoffice.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.kb.Article;
import ru.garnitura.backoffice.web.Json;
import ru.garnitura.backoffice.web.Problem;

/// An article as a Markdown file with front matter. What is written is read again without a loss.
public record ArticleFile(String id, Article article) {
    private static final String BETWEEN = " / ";

    /// @throws IllegalArgumentException naming the field that is missing or wrong
    public static ArticleFile parse(FrontMatter matter) {
        return parse(matter, new Fallback("", List.of(), List.of()));
    }

    /// What holds where the file itself says nothing.
    ///
    /// @param attachments added to those the file names
    record Fallback(String id, List<String> section, List<Article.Attachment> attachments) {}

    static ArticleFile parse(FrontMatter matter, Fallback fallback) {
        String id = matter.field("id", fallback.id);
        if (id.isEmpty()) {
            throw new IllegalArgumentException("no field id");
        }
        return new ArticleFile(id, new Article(
                matter.field("title"),
                matter.fields().containsKey("section") ? section(matter) : fallback.section,
                matter.field("lang", "ru"),
                matter.body(),
                matter.list("tags"),
                matter.list("synonyms"),
                many(matter, "questions", Article.Question[].class),
                orNull(matter.field("unit", "")),
                orNull(matter.field("author", "")),
                day(matter, "verified"),
                day(matter, "expires"),
                Boolean.parseBoolean(matter.field("mustRead", "false")),
                day(matter, "mustReadBy"),
                attachments(matter, fallback)));
    }

    private static List<String> section(FrontMatter matter) {
        return matter.fields().getOrDefault("section", "").startsWith("[")
                ? matter.list("section")
                : Arrays.stream(matter.field("section").split(BETWEEN, -1)).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    private static List<Article.Attachment> attachments(FrontMatter matter, Fallback fallback) {
        List<Article.Attachment> named = many(matter, "attachments", Article.Attachment[].class);
        return named.isEmpty() ? fallback.attachments : named;
    }

    private static <T> List<T> many(FrontMatter matter, String field, Class<T[]> type) {
        String value = matter.fields().get(field);
        try {
            return value == null ? List.of() : List.of(Json.read(value, type));
        } catch (Problem e) {
            throw new IllegalArgumentException("field " + field + " is not the JSON expected", e);
        }
    }

    private static @Nullable LocalDate day(FrontMatter matter, String field) {
        String value = matter.field(field, "");
        try {
            return value.isEmpty() ? null : LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("field " + field + " is no date", e);
        }
    }

    private static @Nullable String orNull(String value) {
        return value.isEmpty() ? null : value;
    }

    /// The whole file.
    String text() {
        var text = new StringBuilder("---\n");
        line(text, "id", id);
        line(text, "title", Json.text(article.title()));
        line(text, "section", Json.text(article.section()));
        line(text, "lang", article.lang());
        list(text, "tags", article.tags());
        list(text, "synonyms", article.synonyms());
        list(text, "questions", article.questions());
        line(text, "unit", article.unit() == null ? null : Json.text(article.unit()));
        line(text, "author", article.author() == null ? null : Json.text(article.author()));
        line(text, "verified", article.verifiedAt());
        line(text, "expires", article.expiresAt());
        line(text, "mustRead", article.mustRead());
        line(text, "mustReadBy", article.mustReadBy());
        list(text, "attachments", article.attachments());
        return text.append("---\n").append(article.body()).toString();
    }

    private static void list(StringBuilder text, String name, List<?> values) {
        line(text, name, values.isEmpty() ? null : Json.text(values));
    }

    private static void line(StringBuilder text, String name, @Nullable Object value) {
        if (value != null) {
            text.append(name).append(": ").append(value).append('\n');
        }
    }
}
