package ru.garnitura.kb.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.garnitura.kb.TestArticles;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.article.Checkpoint;
import ru.garnitura.kb.store.H2ArticleStore;
import ru.garnitura.kb.store.OwnRecords;
import ru.garnitura.kb.store.Page;

/// What is done between a topic's being asked for and its being there is done to that topic.
class PinsViewModelTest {

    private static final Pinned.Topic ROAMING = new Pinned.Topic("roaming", "Roaming", List.of());
    private static final Pinned.Topic BILLS = new Pinned.Topic("bills", "Bills", List.of());
    private static final ArticleId ARTICLE = new ArticleId("t-3");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    @SuppressWarnings("NullAway.Init")
    private H2ArticleStore store;
    @SuppressWarnings("NullAway.Init")
    private OwnRecords own;
    @SuppressWarnings("NullAway.Init")
    private PinsViewModel pins;

    @BeforeEach
    void open() {
        store = new H2ArticleStore(folder.resolve("kb"), _ -> { });
        store.apply(new Page(TestArticles.changes(), new Checkpoint("e1", "c1"), true, Instant.EPOCH));
        own = new OwnRecords(folder.resolve("own"), _ -> { });
        pins = new PinsViewModel(store, own.reading(), new UiLanes(Runnable::run, waiting::add));
        pins.show(ROAMING);
        work();
    }

    @AfterEach
    void close() {
        store.close();
        own.close();
    }

    private void work() {
        for (var task = waiting.poll(); task != null; task = waiting.poll()) {
            task.run();
        }
    }

    @Test
    void lookingAgainDoesNotGoBackToTheTopicThatWasLeft() {
        pins.show(BILLS);
        pins.refresh();
        work();

        assertThat(pins.pinnedProperty().get().topic()).isEqualTo(BILLS);
    }

    @Test
    void anArticleIsPinnedToTheTopicAskedForLast() {
        pins.show(BILLS);
        pins.toggle(ARTICLE);
        work();

        assertThat(own.reading().pins("bills")).containsExactly(ARTICLE);
        assertThat(own.reading().pins("roaming")).isEmpty();
        assertThat(pins.pinnedProperty().get().isOwn(ARTICLE)).isTrue();
        pins.toggle(ARTICLE);
        work();
        assertThat(own.reading().pins("bills")).isEmpty();
    }
}
