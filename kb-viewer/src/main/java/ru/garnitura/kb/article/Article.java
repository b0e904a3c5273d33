package ru.garnitura.kb.article;

/// One article of the knowledge base as published.
public record Article(ArticleId id, Revision revision, ArticleText text, Labels labels, Provenance provenance) {

    public String title() {
        return text.title();
    }

    public Section section() {
        return text.section();
    }
}
