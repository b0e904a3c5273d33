package ru.garnitura.kb.sync;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.article.Passage;
import ru.garnitura.kb.article.Revision;

/// Keeps what editors would learn.
public final class RecordedFeedback implements KbFeedback {

    private final List<Passage> flags = new CopyOnWriteArrayList<>();
    private final List<ArticleId> read = new CopyOnWriteArrayList<>();
    private final List<ArticleId> acknowledged = new CopyOnWriteArrayList<>();
    private final List<String> nothing = new CopyOnWriteArrayList<>();

    public List<Passage> flags() {
        return flags;
    }

    public List<ArticleId> read() {
        return read;
    }

    public List<ArticleId> acknowledged() {
        return acknowledged;
    }

    public List<String> nothing() {
        return nothing;
    }

    @Override
    public void flag(Passage passage, FlagKind kind, String comment) {
        flags.add(passage);
    }

    @Override
    public void read(ArticleId article, Revision revision) {
        read.add(article);
    }

    @Override
    public void acknowledge(ArticleId article, Revision revision) {
        acknowledged.add(article);
    }

    @Override
    public void nothingFound(String query) {
        nothing.add(query);
    }
}
