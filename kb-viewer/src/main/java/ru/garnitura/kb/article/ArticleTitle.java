package ru.garnitura.kb.article;

/// An article's place in the tree of sections.
public record ArticleTitle(ArticleId id, String title, Section section, boolean mustRead) {
}
