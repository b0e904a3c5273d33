package ru.garnitura.kb.article;

/// One step of the base's history, in the back office's commit order.
public sealed interface ArticleChange {

    ArticleId id();

    /// Published, new or again; harmless to apply twice.
    record Put(Article article) implements ArticleChange {

        @Override
        public ArticleId id() {
            return article.id();
        }
    }

    /// Withdrawn, or no longer permitted to this operator.
    record Withdrawal(ArticleId id) implements ArticleChange {
    }
}
