package ru.garnitura.kb.study;

import java.util.List;
import java.util.Set;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.article.ArticleTitle;

/// Articles to be learnt together.
///
/// @param name of the section; empty for the other kinds
public record StudyCollection(Kind kind, String name, List<ArticleTitle> articles) {

    public StudyCollection {
        articles = List.copyOf(articles);
    }

    /// Why these belong together.
    public enum Kind {
        /// Everybody has to know them.
        MUST_READ,
        /// A drill or a question about them went wrong.
        REPEAT,
        /// They stand under one section.
        SECTION
    }

    /// How many of these were read.
    public int read(Set<ArticleId> read) {
        return Math.toIntExact(articles.stream().filter(article -> read.contains(article.id())).count());
    }
}
