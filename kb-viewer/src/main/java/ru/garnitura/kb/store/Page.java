package ru.garnitura.kb.store;

import java.time.Instant;
import java.util.List;
import ru.garnitura.kb.article.ArticleChange;
import ru.garnitura.kb.article.Checkpoint;

/// Changes that are kept together with the checkpoint they lead to, or not at all.
///
/// @param last whether the copy equals the base after this page
/// @param at   when the page was received
public record Page(List<ArticleChange> changes, Checkpoint after, boolean last, Instant at) {

    public Page {
        changes = List.copyOf(changes);
    }
}
