package ru.garnitura.kb.ui;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import ru.garnitura.kb.article.Article;
import ru.garnitura.kb.article.ArticleBody;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.article.Block;
import ru.garnitura.kb.article.Passage;
import ru.garnitura.kb.store.H2ArticleStore;
import ru.garnitura.kb.sync.KbFeedback;

/// Reading articles: opening, back and forward, favourites, passages for the reply, flags for editors. FX lane.
public final class ReaderViewModel {

    private final H2ArticleStore store;
    private final UiLanes lanes;
    private final Desk desk;
    private final ReadOnlyObjectWrapper<@Nullable OpenArticle> article = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper missing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper();
    private final Deque<Target> behind = new ArrayDeque<>();
    private final Deque<Target> ahead = new ArrayDeque<>();
    private @Nullable Target shown;

    public ReaderViewModel(H2ArticleStore store, UiLanes lanes, Desk desk) {
        this.store = store;
        this.lanes = lanes;
        this.desk = desk;
    }

    /// What surrounds the reader.
    ///
    /// @param insert takes a passage into the reply being written
    public record Desk(KbFeedback feedback, Consumer<Passage> insert, Clock clock) {
    }

    private record Target(ArticleId id, String anchor, int block) {
    }

    Clock clock() {
        return desk.clock();
    }

    /// The article on screen, null for none.
    public ReadOnlyObjectProperty<@Nullable OpenArticle> articleProperty() {
        return article.getReadOnlyProperty();
    }

    /// The article asked for last is not in the base any more.
    public ReadOnlyBooleanProperty missingProperty() {
        return missing.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canGoBackProperty() {
        return canGoBack.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canGoForwardProperty() {
        return canGoForward.getReadOnlyProperty();
    }

    /// Opens at a heading, or at the beginning.
    public void open(ArticleId id, String anchor) {
        visit(new Target(id, anchor, 0));
    }

    /// Opens at a passage found.
    public void open(ArticleId id, int block) {
        visit(new Target(id, "", block));
    }

    public void back() {
        go(behind, ahead);
    }

    public void forward() {
        go(ahead, behind);
    }

    /// Puts the article away; back brings it again.
    public void close() {
        remember(behind);
        shown = null;
        article.set(null);
        missing.set(false);
        updateWays();
    }

    /// Reads the article again, since the base has changed; one that was withdrawn disappears.
    public void refresh() {
        var open = article.get();
        var target = shown;
        if (open != null && target != null) {
            lanes.ask(() -> load(target), found -> replace(target, open, found), () -> { });
        }
    }

    public void toggleFavourite() {
        var open = article.get();
        if (open != null) {
            var marked = !open.favourite();
            article.set(open.withFavourite(marked));
            lanes.run(() -> store.reading().favourite(open.article().id(), marked));
        }
    }

    /// The passage made of some blocks, or the link to the article where none is chosen.
    public Optional<Passage> passage(List<Integer> blocks) {
        var open = article.get();
        if (open == null) {
            return Optional.empty();
        }
        var text = blocks.stream().map(block -> open.body().blocks().get(block).plain())
                .filter(words -> !words.isEmpty()).collect(Collectors.joining("\n"));
        var place = blocks.isEmpty() ? Passage.Place.WHOLE
                : new Passage.Place(blocks.getFirst(), open.body().anchorAbove(blocks.getFirst()));
        return Optional.of(new Passage(open.article().id(), open.article().revision(), open.article().title(), place,
                text));
    }

    /// Hands a passage to the reply.
    public void insert(List<Integer> blocks) {
        passage(blocks).ifPresent(desk.insert());
    }

    /// Hands the words of a walk through a decision tree to the reply.
    public void insertText(Block within, String text) {
        var open = article.get();
        if (open != null) {
            passage(List.of(open.body().blocks().indexOf(within))).ifPresent(passage -> desk.insert().accept(
                    new Passage(passage.article(), passage.revision(), passage.title(), passage.place(), text)));
        }
    }

    /// Tells editors that something in a passage is wrong.
    public void flag(List<Integer> blocks, KbFeedback.FlagKind kind, String comment) {
        passage(blocks).ifPresent(passage -> lanes.run(() -> desk.feedback().flag(passage, kind, comment)));
    }

    private void visit(Target target) {
        remember(behind);
        ahead.clear();
        show(target);
    }

    private void go(Deque<Target> from, Deque<Target> to) {
        var target = from.pollFirst();
        if (target != null) {
            remember(to);
            show(target);
        }
    }

    private void remember(Deque<Target> trail) {
        if (shown != null) {
            trail.addFirst(shown);
        }
    }

    private void show(Target target) {
        shown = target;
        updateWays();
        lanes.ask(() -> load(target), found -> opened(target, found), () -> opened(target, Optional.empty()));
    }

    private void updateWays() {
        canGoBack.set(!behind.isEmpty());
        canGoForward.set(!ahead.isEmpty());
    }

    private Optional<OpenArticle> load(Target target) {
        return store.find(target.id()).map(found -> {
            var body = ArticleBody.of(found.text());
            var block = target.anchor().isEmpty() ? target.block() : Math.max(0, body.blockOf(target.anchor()));
            var changed = store.reading().lastRead(found.id())
                    .filter(revision -> !revision.equals(found.revision())).isPresent();
            return new OpenArticle(found, body, block, store.reading().favourites().contains(found.id()), changed);
        });
    }

    private void opened(Target target, Optional<OpenArticle> found) {
        if (!target.equals(shown)) {
            return;
        }
        missing.set(found.isEmpty());
        article.set(found.orElse(null));
        found.ifPresent(open -> lanes.run(() -> noteReading(open.article())));
    }

    private void noteReading(Article read) {
        store.reading().opened(read, desk.clock().instant());
        desk.feedback().read(read.id(), read.revision());
    }

    private void replace(Target target, OpenArticle before, Optional<OpenArticle> found) {
        var same = found.filter(now -> now.article().revision().equals(before.article().revision())).isPresent();
        if (target.equals(shown) && !same) {
            missing.set(found.isEmpty());
            article.set(found.orElse(null));
        }
    }
}
