package ru.garnitura.kb.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.garnitura.kb.TestArticles;
import ru.garnitura.kb.index.IndexMark;
import ru.garnitura.kb.index.LuceneArticleIndex;
import ru.garnitura.kb.index.SearchHit;
import ru.garnitura.kb.article.ArticleChange;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.article.Section;
import ru.garnitura.kb.store.OwnRecords;

class SearchViewModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final List<String> reported = new ArrayList<>();
    @SuppressWarnings("NullAway.Init")
    private LuceneArticleIndex index;
    @SuppressWarnings("NullAway.Init")
    private OwnRecords own;
    @SuppressWarnings("NullAway.Init")
    private SearchViewModel search;

    @BeforeEach
    void open() {
        index = new LuceneArticleIndex(folder.resolve("index"));
        index.apply(TestArticles.changes(), new IndexMark("s", 1), true);
        own = new OwnRecords(folder.resolve("own"), _ -> { });
        var memory = new SearchViewModel.Memory(own.searches(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        var lanes = new UiLanes(Runnable::run, waiting::add);
        search = new SearchViewModel(new SearchViewModel.Source(index, lanes), memory, lanes, reported::add);
    }

    @AfterEach
    void close() {
        index.close();
        own.close();
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

    @Test
    void whatIsOutOfSightIsReadOnceItIsAskedFor() {
        index.apply(IntStream.range(0, 40).<ArticleChange>mapToObj(n -> new ArticleChange.Put(
                TestArticles.article("m-" + n, "Справка " + n, "Справка выдаётся в салоне."))).toList(), new IndexMark("s", 2), true);
        type("справка");
        var first = search.answerProperty().get().hits();
        assertThat(first).hasSize(30).anyMatch(hit -> !hit.isRead());
        assertThat(first.subList(0, 12)).allMatch(SearchHit::isRead);

        search.readOn();
        search.readOn();
        assertThat(waiting).hasSize(1);
        work();
        assertThat(ids()).isEqualTo(first.stream().map(hit -> hit.article().id().value()).toList());
        assertThat(search.answerProperty().get().hits()).allMatch(SearchHit::isRead);

        type("справку");
        assertThat(search.answerProperty().get().hits()).anyMatch(hit -> !hit.isRead());
    }

    private List<String> ids() {
        return search.answerProperty().get().hits().stream().map(hit -> hit.article().id().value()).toList();
    }

    private void type(String words) {
        search.typedProperty().set(words);
        work();
    }

    @Test
    void whatWasOpenedForTheSameWordsComesSooner() {
        type("номер");
        var last = ids().getLast();
        for (var time = 0; time < 20; time++) {
            search.chose(new ArticleId(last));
            work();
        }

        type("номера");

        assertThat(ids().indexOf(last)).isLessThan(ids().size() - 1);
        assertThat(own.searches().recent(5)).containsExactly("номер");
    }

    @Test
    void wordsThatAreNotTheBasesOwnAreNotRemembered() {
        type("номер Кривошеина");
        search.chose(new ArticleId("t-1"));
        type("номер 79275550134");
        search.chose(new ArticleId("t-1"));
        work();

        assertThat(own.searches().recent(5)).isEmpty();
        assertThat(search.answerProperty().get().subject()).isEmpty();
    }

    @Test
    void aSearchIsNarrowedToASectionAndATag() {
        type("номер");
        var all = search.answerProperty().get().hits();
        var section = all.getFirst().article().section();
        search.withinProperty().set(section);
        work();
        assertThat(search.answerProperty().get().hits()).isNotEmpty()
                .allMatch(hit -> hit.article().section().isWithin(section));

        search.withinProperty().set(Section.ROOT);
        var tag = all.getFirst().why().tags().getFirst();
        search.taggedProperty().set(tag);
        work();
        assertThat(search.answerProperty().get().hits()).isNotEmpty().allMatch(hit -> hit.why().tags().contains(tag));
    }
}
