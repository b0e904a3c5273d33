package ru.garnitura.kb.ui;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import ru.garnitura.kb.article.Article;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.article.ArticleTitle;
import ru.garnitura.kb.store.H2ArticleStore;
import ru.garnitura.kb.store.ReadingRecord;

/// Articles pinned to topics of contacts. An answer about a topic that was left meanwhile is discarded. FX lane.
public final class PinsViewModel {

    private final H2ArticleStore store;
    private final ReadingRecord own;
    private final UiLanes lanes;
    private final ReadOnlyObjectWrapper<Pinned> pinned = new ReadOnlyObjectWrapper<>(Pinned.NOTHING);
    private Pinned.@Nullable Topic wanted;
    private int asked;

    public PinsViewModel(H2ArticleStore store, ReadingRecord own, UiLanes lanes) {
        this.store = store;
        this.own = own;
        this.lanes = lanes;
    }

    public ReadOnlyObjectProperty<Pinned> pinnedProperty() {
        return pinned.getReadOnlyProperty();
    }

    /// The contact is about this now.
    ///
    /// @param topic null for nothing known
    public void show(Pinned.@Nullable Topic topic) {
        var question = ++asked;
        wanted = topic;
        if (topic == null) {
            pinned.set(Pinned.NOTHING);
        } else {
            lanes.ask(() -> load(topic), found -> {
                if (question == asked) {
                    pinned.set(found);
                }
            }, () -> { });
        }
    }

    /// Looks again, since the base has changed.
    public void refresh() {
        show(wanted);
    }

    /// Pins an article to the topic, or takes it off; nothing happens while there is no topic.
    public void toggle(ArticleId article) {
        var topic = wanted;
        if (topic != null && !topic.given().contains(article)) {
            var question = ++asked;
            lanes.ask(() -> {
                own.pin(topic.id(), article, !own.pins(topic.id()).contains(article));
                return load(topic);
            }, found -> {
                if (question == asked) {
                    pinned.set(found);
                }
            }, () -> { });
        }
    }

    private Pinned load(Pinned.Topic topic) {
        var mine = own.pins(topic.id()).stream().filter(id -> !topic.given().contains(id)).toList();
        return new Pinned(topic, titles(topic.given()), titles(mine));
    }

    /// Those in the base: what was withdrawn may come back, and is not forgotten.
    private List<ArticleTitle> titles(List<ArticleId> ids) {
        return ids.stream().map(store::find).flatMap(Optional::stream).map(PinsViewModel::title).toList();
    }

    private static ArticleTitle title(Article article) {
        return new ArticleTitle(article.id(), article.title(), article.section(), article.labels().mustRead());
    }
}
