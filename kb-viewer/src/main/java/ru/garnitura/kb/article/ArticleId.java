package ru.garnitura.kb.article;

/// The back office's name of an article, stable over its revisions.
public record ArticleId(String value) implements Comparable<ArticleId> {

    /// Longest accepted id, in characters.
    public static final int MAX_LENGTH = 128;

    public ArticleId {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("article id of " + value.length() + " characters");
        }
    }

    @Override
    public int compareTo(ArticleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
