package ru.garnitura.kb.ui;

import ru.garnitura.kb.article.Article;
import ru.garnitura.kb.article.ArticleBody;

/// An article on screen.
///
/// @param body      its text as blocks
/// @param block     the block to show first
/// @param favourite whether the operator marked it
/// @param changed   whether another revision was read last
public record OpenArticle(Article article, ArticleBody body, int block, boolean favourite, boolean changed) {

    OpenArticle withFavourite(boolean marked) {
        return new OpenArticle(article, body, block, marked, changed);
    }
}
