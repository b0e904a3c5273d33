package ru.garnitura.kb.ui;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.article.ArticleTitle;
import ru.garnitura.kb.article.Listed;
import ru.garnitura.kb.article.Revision;
import ru.garnitura.kb.store.H2ArticleStore;
import ru.garnitura.kb.store.OwnRecords;
import ru.garnitura.kb.ui.Shelf.Mine;
import ru.garnitura.kb.ui.Shelf.Searches;

/// The base without a search. FX lane.
public final class BrowseViewModel {

    private static final int RECENTS = 5;
    private static final int LOOKED_AT = 50;
    private static final int SEARCHES = 5;
    private static final Comparator<Listed> BY_DEADLINE = Comparator
            .comparing(Listed::readBy, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(listed -> listed.title().title());

    private final H2ArticleStore store;
    private final OwnRecords own;
    private final UiLanes lanes;
    private final ReadOnlyObjectWrapper<Shelf> shelf = new ReadOnlyObjectWrapper<>(Shelf.EMPTY);

    public BrowseViewModel(H2ArticleStore store, OwnRecords own, UiLanes lanes) {
        this.store = store;
        this.own = own;
        this.lanes = lanes;
    }

    public ReadOnlyObjectProperty<Shelf> shelfProperty() {
        return shelf.getReadOnlyProperty();
    }

    public void refresh() {
        lanes.ask(this::load, shelf::set, () -> { });
    }

    private Shelf load() {
        var listing = store.listing();
        var byId = listing.stream().collect(Collectors.toMap(listed -> listed.title().id(), Function.identity()));
        return new Shelf(listing.stream().map(Listed::title).toList(),
                new Mine(news(listing), changed(byId), favourites(byId), recents(byId), searches()));
    }

    private List<Listed> news(List<Listed> listing) {
        var confirmed = own.reading().acknowledgements();
        return listing.stream().filter(listed -> listed.title().mustRead()
                && !listed.revision().equals(confirmed.get(listed.title().id()))).sorted(BY_DEADLINE).toList();
    }

    private List<ArticleTitle> changed(Map<ArticleId, Listed> byId) {
        return own.reading().readings().entrySet().stream().filter(read -> isAnother(byId.get(read.getKey()), read.getValue()))
                .map(read -> byId.get(read.getKey())).filter(Objects::nonNull).map(Listed::title)
                .sorted(Comparator.comparing(ArticleTitle::title)).toList();
    }

    private static boolean isAnother(@Nullable Listed now, Revision read) {
        return now != null && !now.revision().equals(read);
    }

    private List<ArticleTitle> favourites(Map<ArticleId, Listed> byId) {
        return named(own.reading().favourites(), byId).stream().sorted(Comparator.comparing(ArticleTitle::title)).toList();
    }

    private List<ArticleTitle> recents(Map<ArticleId, Listed> byId) {
        return named(own.reading().recents(LOOKED_AT), byId).stream().limit(RECENTS).toList();
    }

    private Searches searches() {
        return new Searches(own.searches().recent(SEARCHES), own.searches().frequent(SEARCHES));
    }

    private static List<ArticleTitle> named(List<ArticleId> ids, Map<ArticleId, Listed> byId) {
        return ids.stream().map(byId::get).filter(Objects::nonNull).map(Listed::title).toList();
    }
}
