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
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import ru.garnitura.kb.article.Article;
import ru.garnitura.kb.article.ArticleBody;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.article.Block;
import ru.garnitura.kb.article.Difference;
import ru.garnitura.kb.article.Passage;
import ru.garnitura.kb.store.H2ArticleStore;
import ru.garnitura.kb.store.ReadingRecord;
import ru.garnitura.kb.sync.KbFeedback;
import ru.garnitura.kb.ui.OpenArticle.Mine;

/// Reading articles: opening, back and forward, favourites, passages for the reply, flags for editors. FX lane.
public final class ReaderViewModel {

    private static final int LARGEST = 3;
    private static final String TEXT_SIZE = "text.size";

    private final H2ArticleStore store;
    private final ReadingRecord own;
    private final UiLanes lanes;
    private final UiLanes notes;
    private final Desk desk;
    private final ReadOnlyObjectWrapper<@Nullable OpenArticle> article = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper kept = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper flagged = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper missing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper textSize = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper replying = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper();
    private final Deque<Target> behind = new ArrayDeque<>();
    private final Deque<Target> ahead = new ArrayDeque<>();
    private @Nullable Target shown;

    public ReaderViewModel(H2ArticleStore store, ReadingRecord own, UiLanes lanes, Desk desk) {
        this.store = store;
        this.own = own;
        this.lanes = lanes;
        this.notes = new UiLanes(lanes.fx(), new InTurn(lanes.io()));
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

    /// How often something of the operator's own was kept: a reading, a favourite, a confirmation. What shows them is
    /// old from then on.
    public ReadOnlyIntegerProperty keptProperty() {
        return kept.getReadOnlyProperty();
    }

    /// Whether something in the article on screen was reported to the editors since it was opened.
    public ReadOnlyBooleanProperty flaggedProperty() {
        return flagged.getReadOnlyProperty();
    }

    /// Whether what is inserted goes into a reply; else it is copied.
    public ReadOnlyBooleanProperty replyingProperty() {
        return replying.getReadOnlyProperty();
    }

    public void withoutReply() {
        replying.set(false);
    }

    /// How large the text is, from 0 to 3.
    public ReadOnlyIntegerProperty textSizeProperty() {
        return textSize.getReadOnlyProperty();
    }

    /// Makes the text larger or smaller by steps, as far as it goes.
    public void resizeText(int steps) {
        var size = Math.clamp(textSize.get() + (long) steps, 0, LARGEST);
        textSize.set(size);
        notes.run(() -> own.prefer(TEXT_SIZE, Integer.toString(size)));
    }

    /// The next larger text; after the largest the smallest.
    public void cycleText() {
        resizeText(textSize.get() == LARGEST ? -LARGEST : 1);
    }

    /// Takes up how the operator liked it last time.
    public void recall() {
        lanes.ask(() -> own.preference(TEXT_SIZE).filter(kept -> kept.matches("[0-3]")),
                kept -> kept.map(Integer::parseInt).ifPresent(textSize::set), () -> { });
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

    /// Reads the article again, since the base has changed; one that was withdrawn disappears, one that came back is shown.
    public void refresh() {
        var open = article.get();
        var target = shown;
        if (open != null && target != null) {
            lanes.ask(() -> load(target), found -> replace(target, open, found), () -> { });
        } else if (target != null && missing.get()) {
            show(target);
        }
    }

    public void toggleFavourite() {
        var open = article.get();
        if (open != null) {
            var marked = !open.mine().favourite();
            article.set(open.withFavourite(marked));
            keep(() -> own.favourite(open.article().id(), marked));
        }
    }

    /// The operator confirms having read the article: kept here, and told to the back office.
    public void acknowledge() {
        var open = article.get();
        if (open != null && open.isToConfirm()) {
            article.set(open.acknowledged());
            keep(() -> {
                desk.feedback().acknowledge(open.article().id(), open.article().revision());
                own.acknowledged(open.article().id(), open.article().revision(), desk.clock().instant());
            });
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
        passage(blocks).ifPresent(passage -> notes.ask(() -> {
            desk.feedback().flag(passage, kind, comment);
            return passage.article();
        }, this::reported, () -> { }));
    }

    private void reported(ArticleId id) {
        var open = article.get();
        flagged.set(open != null && open.article().id().equals(id));
    }

    /// One after the other: what was done last holds.
    private void keep(Runnable work) {
        notes.ask(() -> {
            work.run();
            return true;
        }, _ -> kept.set(kept.get() + 1), () -> { });
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
            return new OpenArticle(found, body, block, mine(found, body));
        });
    }

    private Mine mine(Article found, ArticleBody body) {
        var last = own.lastRead(found.id());
        var changed = last.filter(read -> !read.revision().equals(found.revision())).isPresent();
        var before = last.map(read -> changed ? read.body() : read.before()).orElse("");
        var confirmed = found.revision().equals(own.acknowledgements().get(found.id()));
        return new Mine(own.favourites().contains(found.id()), confirmed, changed,
                before.isEmpty() ? null : Difference.between(ArticleBody.of(found.text().withBody(before)), body));
    }

    private void opened(Target target, Optional<OpenArticle> found) {
        if (!target.equals(shown)) {
            return;
        }
        missing.set(found.isEmpty());
        flagged.set(false);
        article.set(found.orElse(null));
        found.ifPresent(open -> keep(() -> noteReading(open.article())));
    }

    private void noteReading(Article read) {
        own.opened(read, desk.clock().instant());
        desk.feedback().read(read.id(), read.revision());
    }

    private void replace(Target target, OpenArticle before, Optional<OpenArticle> found) {
        var same = found.filter(now -> now.article().revision().equals(before.article().revision())).isPresent();
        if (target.equals(shown) && !same) {
            missing.set(found.isEmpty());
            flagged.set(false);
            article.set(found.orElse(null));
        }
    }
}
