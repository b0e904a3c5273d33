package ru.garnitura.backoffice.kb;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The text of an article and what is known about it, without its id and revision.
///
/// @param body Markdown
/// @param synonyms what customers call it, for search alone
/// @param questions what customers ask and the article answers, and what a trainee is asked after reading it
/// @param verifiedAt when somebody last checked it
/// @param expiresAt when it must be checked again
/// @param mustReadBy the last day to acknowledge it; null where there is no deadline
public record Article(
        String title,
        List<String> section,
        String lang,
        String body,
        List<String> tags,
        List<String> synonyms,
        List<Question> questions,
        @Nullable String unit,
        @Nullable String author,
        @Nullable LocalDate verifiedAt,
        @Nullable LocalDate expiresAt,
        boolean mustRead,
        @Nullable LocalDate mustReadBy,
        List<Attachment> attachments) {

    private static final int MAX_TITLE = 500;
    private static final int MAX_LIST = 200;

    /// A blob that belongs to the article.
    public record Attachment(String sha256, long bytes, String type, String name) {
        public Attachment {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(type, "type");
            if (!Objects.requireNonNull(sha256, "sha256").matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("not a SHA-256 digest");
            }
        }
    }

    /// What is asked about the article.
    ///
    /// @param answers to choose from; empty where the question is one of a customer's, answered by the whole article
    /// @param right index of the right answer
    public record Question(String text, List<String> answers, int right) {
        public Question {
            Objects.requireNonNull(text, "text");
            answers = orEmpty(answers);
            boolean open = answers.isEmpty() && right == 0;
            if (text.isBlank() || (!open && (answers.size() < 2 || right < 0 || right >= answers.size()))) {
                throw new IllegalArgumentException("a question with answers needs two of them and a right one");
            }
        }
    }

    /// Absent lists are empty, an absent language is Russian.
    ///
    /// @throws IllegalArgumentException where the title is blank or a list too long
    @SuppressWarnings("ConstantValue")
    public Article {
        if (Objects.requireNonNull(title, "title").isBlank() || title.length() > MAX_TITLE) {
            throw new IllegalArgumentException("the title is blank or longer than " + MAX_TITLE);
        }
        Objects.requireNonNull(body, "body");
        section = orEmpty(section);
        lang = lang == null ? "ru" : lang;
        tags = orEmpty(tags);
        synonyms = orEmpty(synonyms);
        questions = orEmpty(questions);
        attachments = orEmpty(attachments);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        if (list == null) {
            return List.of();
        }
        if (list.size() > MAX_LIST) {
            throw new IllegalArgumentException("more than " + MAX_LIST + " entries");
        }
        return List.copyOf(list);
    }
}
