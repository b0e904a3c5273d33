package ru.garnitura.kb.study;

import java.util.Set;
import ru.garnitura.kb.article.ArticleId;

/// Words of a customer, and the articles that answer them.
public record DrillPrompt(String words, Set<ArticleId> right) {

    public DrillPrompt {
        right = Set.copyOf(right);
    }
}
