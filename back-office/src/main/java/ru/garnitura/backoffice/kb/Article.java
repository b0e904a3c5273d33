package ru.garnitura.backoffice.kb;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The text of an article and what is known about it, without its id and revision.
///
/// @param body Markdown
/// @param verifiedAt when somebody last checked it
/// @param expiresAt when it must be checked again
public record Article(
        String title,
        List<String> section,
        String lang,
        String body,
        List<String> tags,
        List<String> synonyms,
        @Nullable String unit,
        @Nullable String author,
        @Nullable LocalDate verifiedAt,
        @Nullable LocalDate expiresAt,
        boolean mustRead,
        List<Attachment> attachments) {

    /// A blob that belongs to the article.
    public record Attachment(String sha256, long bytes, String type, String name) {}

    /// Absent lists are empty, an absent language is Russian.
    @SuppressWarnings("ConstantValue")
    public Article {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(body, "body");
        section = orEmpty(section);
        lang = lang == null ? "ru" : lang;
        tags = orEmpty(tags);
        synonyms = orEmpty(synonyms);
        attachments = orEmpty(attachments);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
