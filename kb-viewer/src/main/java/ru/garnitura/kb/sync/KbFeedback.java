package ru.garnitura.kb.sync;

import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.article.Passage;
import ru.garnitura.kb.article.Revision;

/// Port for what editors should learn from operators. Fulfilled by the desktop's outbox, so that it works off line and
/// arrives exactly once. Called on I/O threads; returns once the news is durable.
public interface KbFeedback {

    /// Something in the article is wrong (`kb.flag`).
    void flag(Passage passage, FlagKind kind, String comment);

    /// The operator opened and stayed with an article (`kb.read`).
    void read(ArticleId article, Revision revision);

    /// The operator confirmed a must-read article (`kb.ack`).
    void acknowledge(ArticleId article, Revision revision);

    /// A search found nothing (`kb.zero-result`).
    void nothingFound(String query);

    /// What is wrong with the passage.
    enum FlagKind { WRONG, OUTDATED, UNCLEAR, MISSING }
}
