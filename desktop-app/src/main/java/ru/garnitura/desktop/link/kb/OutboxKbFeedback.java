package ru.garnitura.desktop.link.kb;

import java.util.Locale;
import ru.garnitura.desktop.link.rest.Json;
import ru.garnitura.desktop.outbox.Outbox;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.article.Passage;
import ru.garnitura.kb.article.Revision;
import ru.garnitura.kb.sync.KbFeedback;

/// What editors learn, as queued actions.
public final class OutboxKbFeedback implements KbFeedback {

    private static final int LONGEST = 2_000;

    private final Outbox outbox;

    public OutboxKbFeedback(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void flag(Passage passage, FlagKind kind, String comment) {
        outbox.enqueue("kb.flag", passage.article().value(), Json.object()
                .put("rev", passage.revision().value())
                .put("anchor", passage.place().anchor())
                .put("quote", cut(passage.text()))
                .put("kind", kind.name().toLowerCase(Locale.ROOT))
                .put("text", cut(comment))
                .toString());
    }

    @Override
    public void read(ArticleId article, Revision revision) {
        outbox.enqueue("kb.read", article.value(), Json.object().put("rev", revision.value()).toString());
    }

    @Override
    public void acknowledge(ArticleId article, Revision revision) {
        outbox.enqueue("kb.ack", article.value(), Json.object().put("rev", revision.value()).toString());
    }

    @Override
    public void nothingFound(String query) {
        outbox.enqueue("kb.zero-result", "kb", Json.object().put("query", cut(query)).toString());
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
