package ru.garnitura.kb.ui;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.article.ArticleTitle;
import ru.garnitura.kb.store.H2ArticleStore;

/// The base without a search. FX lane.
public final class BrowseViewModel {

    private static final int RECENTS = 5;

    private final H2ArticleStore store;
    private final UiLanes lanes;
    private final ReadOnlyObjectWrapper<Shelf> shelf = new ReadOnlyObjectWrapper<>(Shelf.EMPTY);

    public BrowseViewModel(H2ArticleStore store, UiLanes lanes) {
        this.store = store;
        this.lanes = lanes;
    }

    public ReadOnlyObjectProperty<Shelf> shelfProperty() {
        return shelf.getReadOnlyProperty();
    }

    public void refresh() {
        lanes.ask(this::load, shelf::set, () -> { });
    }

    private Shelf load() {
        var titles = store.titles();
        var byId = titles.stream().collect(Collectors.toMap(ArticleTitle::id, Function.identity()));
        return new Shelf(titles, named(store.reading().favourites(), byId),
                named(store.reading().recents(RECENTS), byId));
    }

    private static List<ArticleTitle> named(List<ArticleId> ids, Map<ArticleId, ArticleTitle> titles) {
        return ids.stream().map(titles::get).filter(Objects::nonNull).toList();
    }
}
