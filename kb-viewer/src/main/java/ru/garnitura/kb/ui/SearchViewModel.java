package ru.garnitura.kb.ui;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.article.Section;
import ru.garnitura.kb.index.LearnedOrder;
import ru.garnitura.kb.index.LuceneArticleIndex;
import ru.garnitura.kb.index.SearchAnswer;
import ru.garnitura.kb.index.SearchRequest;
import ru.garnitura.kb.index.Understanding;
import ru.garnitura.kb.store.SearchRecord;

/// Searching as one types. One search runs at a time; what was typed meanwhile is searched next, and an answer to
/// earlier words is discarded. FX lane.
public final class SearchViewModel {

    static final SearchAnswer NOTHING = new SearchAnswer(List.of(), new Understanding("", List.of(), false), "");
    private static final int HITS = 30;
    /// About as many as fit the pane.
    private static final int IN_SIGHT = 12;

    private final Source source;
    private final Memory memory;
    private final UiLanes lanes;
    private final Consumer<String> nothingFound;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ObjectProperty<Section> within = new SimpleObjectProperty<>(Section.ROOT);
    private final StringProperty tagged = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<SearchAnswer> answer = new ReadOnlyObjectWrapper<>(NOTHING);
    private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper settled = new ReadOnlyBooleanWrapper(true);
    private boolean searching;
    private boolean again;
    private int passages = IN_SIGHT;
    private String reported = "";

    /// @param nothingFound told of words that found nothing, once the operator is done with them; I/O threads
    public SearchViewModel(Source source, Memory memory, UiLanes lanes, Consumer<String> nothingFound) {
        this.source = source;
        this.memory = memory;
        this.lanes = lanes;
        this.nothingFound = nothingFound;
        typed.subscribe(this::searchAnew);
        within.subscribe(this::searchAnew);
        tagged.subscribe(this::searchAnew);
    }

    /// The index, and where it is asked: what is written meanwhile must not hold up the next key.
    public record Source(LuceneArticleIndex index, UiLanes lanes) {
    }

    /// What was searched for and chosen before.
    public record Memory(SearchRecord record, Clock clock) {
    }

    public StringProperty typedProperty() {
        return typed;
    }

    /// The section searched in, the root for all.
    public ObjectProperty<Section> withinProperty() {
        return within;
    }

    /// The tag every hit has to have, empty for any.
    public StringProperty taggedProperty() {
        return tagged;
    }

    public ReadOnlyObjectProperty<SearchAnswer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /// The index could not answer.
    public ReadOnlyBooleanProperty failedProperty() {
        return failed.getReadOnlyProperty();
    }

    /// Whether the answer shown is to the words in the field.
    public ReadOnlyBooleanProperty settledProperty() {
        return settled.getReadOnlyProperty();
    }

    /// Searches again, since the base has changed.
    public void refresh() {
        search();
    }

    /// A hit came into sight whose passage was not asked for: now those of all are.
    void readOn() {
        if (passages < HITS) {
            passages = HITS;
            search();
        }
    }

    /// The operator is done with these words: if they found nothing, editors learn of it.
    public void settle() {
        var words = typed.get().strip();
        if (!words.isEmpty() && settled.get() && answer.get().hits().isEmpty() && !words.equals(reported)) {
            reported = words;
            lanes.run(() -> nothingFound.accept(words));
        }
    }

    /// An article was opened for the words in the field: they are remembered, and the article comes sooner next time.
    public void chose(ArticleId article) {
        var found = answer.get();
        if (settled.get() && !found.subject().isEmpty()) {
            lanes.run(() -> {
                var now = memory.clock().instant();
                memory.record().chosen(found.subject(), article, now);
                memory.record().searched(found.understanding().reading(), now);
            });
        }
    }

    private SearchAnswer find(SearchRequest request) {
        var found = source.index().search(request);
        return found.with(LearnedOrder.of(found.hits(), memory.record().choices(found.subject())));
    }

    private void searchAnew() {
        passages = IN_SIGHT;
        search();
    }

    private void search() {
        settled.set(false);
        if (searching) {
            again = true;
            return;
        }
        var words = typed.get();
        if (words.isBlank()) {
            show(NOTHING);
            return;
        }
        searching = true;
        var tags = tagged.get().isEmpty() ? List.<String>of() : List.of(tagged.get());
        var request = new SearchRequest(words, within.get(), tags, HITS, passages);
        source.lanes().ask(() -> find(request), found -> done(words, found, false), () -> done(words, NOTHING, true));
    }

    private void done(String words, SearchAnswer found, boolean failure) {
        searching = false;
        failed.set(failure);
        if (words.equals(typed.get())) {
            show(found);
        }
        if (again) {
            again = false;
            search();
        }
    }

    private void show(SearchAnswer found) {
        answer.set(found);
        settled.set(!again);
    }
}
