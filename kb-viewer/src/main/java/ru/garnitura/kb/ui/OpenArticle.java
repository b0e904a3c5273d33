package ru.garnitura.kb.ui;

import org.jspecify.annotations.Nullable;
import ru.garnitura.kb.article.Article;
import ru.garnitura.kb.article.ArticleBody;
import ru.garnitura.kb.article.Difference;

/// An article on screen.
///
/// @param body  its text as blocks
/// @param block the block to show first
/// @param mine  what it is to this operator
public record OpenArticle(Article article, ArticleBody body, int block, Mine mine) {

    /// What an article is to the operator.
    ///
    /// @param favourite  whether it was marked
    /// @param confirmed  whether this revision was acknowledged
    /// @param changed    whether another revision was read last
    /// @param difference from what was read before, null where nothing else ever was
    record Mine(boolean favourite, boolean confirmed, boolean changed, @Nullable Difference difference) {
    }

    OpenArticle withFavourite(boolean marked) {
        return with(new Mine(marked, mine.confirmed(), mine.changed(), mine.difference()));
    }

    OpenArticle acknowledged() {
        return with(new Mine(mine.favourite(), true, mine.changed(), mine.difference()));
    }

    /// Whether the operator still has to confirm having read it.
    boolean isToConfirm() {
        return article.labels().mustRead() && !mine.confirmed();
    }

    private OpenArticle with(Mine other) {
        return new OpenArticle(article, body, block, other);
    }
}
