package ru.garnitura.kb.sync;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.kb.article.ArticleChange;
import ru.garnitura.kb.article.Checkpoint;
import ru.garnitura.kb.index.IndexMark;
import ru.garnitura.kb.index.LuceneArticleIndex;
import ru.garnitura.kb.store.H2ArticleStore;
import ru.garnitura.kb.store.StoreMark;

/// Keeps the index equal to the store: replays what it lacks, or everything where it holds another set. I/O threads, one at a time.
public final class IndexFollower {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);
    /// Changes above this number are worth joining the index's pieces afterwards.
    private static final int BULK = 2_000;

    private final H2ArticleStore store;
    private final LuceneArticleIndex index;

    public IndexFollower(H2ArticleStore store, LuceneArticleIndex index) {
        this.store = store;
        this.index = index;
    }

    /// Brings the index to the store's state.
    ///
    /// @param durable whether that has to survive a power cut now
    public synchronized void catchUp(boolean durable) {
        var mark = store.mark();
        if (mark.isPresent()) {
            follow(mark.get(), durable);
        } else if (index.size() > 0) {
            rebuild(new StoreMark("", 0, new Checkpoint("", "")));
        }
    }

    /// Brings the index to the store's state after a page: where that page is all the index lacks, it is not read from
    /// the store again.
    ///
    /// @param written where the set stands that the page was written to
    /// @param changes of that page
    /// @param durable whether that has to survive a power cut now
    public synchronized void follow(StoreMark written, List<ArticleChange> changes, boolean durable) {
        var serves = store.mark().filter(written::equals).isPresent();
        var before = new IndexMark(written.set(), written.page() - 1);
        if (serves && index.mark().filter(before::equals).isPresent()) {
            index.apply(changes, new IndexMark(written.set(), written.page()), durable);
        } else {
            catchUp(durable);
        }
    }

    private void follow(StoreMark mark, boolean durable) {
        var target = new IndexMark(mark.set(), mark.page());
        var held = index.mark().filter(one -> one.set().equals(mark.set()) && one.page() <= mark.page());
        if (held.isEmpty()) {
            rebuild(mark);
        } else if (held.get().page() < mark.page()) {
            List<ArticleChange> changes = new ArrayList<>();
            store.replay(mark, held.get().page(), changes::add);
            index.apply(changes, target, durable);
            if (durable && changes.size() > BULK) {
                index.compact();
            }
        }
    }

    private void rebuild(StoreMark mark) {
        LOG.info("Building the index anew from the store");
        var target = new IndexMark(mark.set(), mark.page());
        index.rebuild(follower -> store.replay(mark, 0, follower), target);
        if (index.size() > BULK) {
            index.compact();
        }
    }
}
