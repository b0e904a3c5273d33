package ru.garnitura.kb.ui;

import java.util.List;
import ru.garnitura.kb.article.ArticleTitle;

/// What can be browsed: all titles in the order of their sections, the operator's favourites, what was read last.
public record Shelf(List<ArticleTitle> titles, List<ArticleTitle> favourites, List<ArticleTitle> recents) {

    static final Shelf EMPTY = new Shelf(List.of(), List.of(), List.of());
}
