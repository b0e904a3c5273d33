package ru.garnitura.kb.ui;

import java.util.List;
import ru.garnitura.kb.article.ArticleTitle;
import ru.garnitura.kb.article.Listed;

/// What can be browsed.
///
/// @param titles all, in the order of their sections
/// @param mine   what this operator has to do with
public record Shelf(List<ArticleTitle> titles, Mine mine) {

    static final Shelf EMPTY = new Shelf(List.of(),
            new Mine(List.of(), List.of(), List.of(), List.of(), new Searches(List.of(), List.of())));

    /// What the operator has to read, read before it changed, marked, and read last.
    ///
    /// @param news     to be acknowledged, the nearest deadline first, those without one last
    /// @param changed  published anew since they were read
    /// @param searches made before
    public record Mine(List<Listed> news, List<ArticleTitle> changed, List<ArticleTitle> favourites,
            List<ArticleTitle> recents, Searches searches) {
    }

    /// Words searched for.
    public record Searches(List<String> recent, List<String> frequent) {
    }
}
