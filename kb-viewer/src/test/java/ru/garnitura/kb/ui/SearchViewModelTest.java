package ru.garnitura.kb.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.garnitura.kb.TestArticles;
import ru.garnitura.kb.index.IndexMark;
import ru.garnitura.kb.index.LuceneArticleIndex;

class SearchViewModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final List<String> reported = new ArrayList<>();
    @SuppressWarnings("NullAway.Init")
    private LuceneArticleIndex index;
    @SuppressWarnings("NullAway.Init")
    private SearchViewModel search;

    @BeforeEach
    void open() {
        index = new LuceneArticleIndex(folder);
        index.apply(TestArticles.changes(), new IndexMark("s", 1), true);
        search = new SearchViewModel(index, new UiLanes(Runnable::run, waiting::add), reported::add);
    }

    @AfterEach
    void close() {
        index.close();
    }

    private void work() {
        for (var task = waiting.poll(); task != null; task = waiting.poll()) {
            task.run();
        }
    }

    private String first() {
        var hits = search.answerProperty().get().hits();
        return hits.isEmpty() ? "" : hits.getFirst().article().id().value();
    }

    @Test
    void oneSearchRunsAtATimeAndTheLastWordsAreSearchedNext() {
        search.typedProperty().set("р");
        search.typedProperty().set("ро");
        search.typedProperty().set("роуминг");

        assertThat(waiting).hasSize(1);
        work();

        assertThat(first()).isEqualTo("t-8");
        assertThat(search.settledProperty().get()).isTrue();
    }

    @Test
    void anAnswerToEarlierWordsIsDiscarded() {
        search.typedProperty().set("роуминг");
        search.typedProperty().set("тариф");

        waiting.remove().run();

        assertThat(first()).isEmpty();
        assertThat(search.settledProperty().get()).isFalse();
        work();
        assertThat(first()).isEqualTo("t-9");
    }

    @Test
    void anEmptyFieldShowsNothingAtOnce() {
        search.typedProperty().set("тариф");
        work();
        search.typedProperty().set("");

        assertThat(waiting).isEmpty();
        assertThat(first()).isEmpty();
    }

    @Test
    void wordsThatFoundNothingAreReportedOnceTheOperatorIsDoneWithThem() {
        search.typedProperty().set("xyzzyqwv");
        search.settle();
        work();
        assertThat(reported).isEmpty();

        search.settle();
        search.settle();
        work();

        assertThat(reported).containsExactly("xyzzyqwv");
    }

    @Test
    void anIndexThatCannotAnswerIsAFailureAndNotNothing() {
        index.close();
        search.typedProperty().set("тариф");
        work();

        assertThat(search.failedProperty().get()).isTrue();
    }
}
