package ru.garnitura.kb.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.garnitura.kb.TestArticles;
import ru.garnitura.kb.article.ArticleChange;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.index.LuceneArticleIndex;
import ru.garnitura.kb.index.SearchRequest;
import ru.garnitura.kb.store.H2ArticleStore;
import ru.garnitura.kb.sync.KbApi.ChangePage;
import ru.garnitura.kb.sync.KbApi.ChangesRequest;
import ru.garnitura.kb.sync.KbApi.CursorReset;
import ru.garnitura.kb.sync.KbApi.Rejected;
import ru.garnitura.kb.sync.KbApi.Rejection;
import ru.garnitura.kb.sync.KbApi.Unreachable;

/// The real store and index, fed by a scripted back office.
class ArticleSyncIT {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-22T11:02:00Z"), ZoneOffset.UTC);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final ScriptedKbApi api = new ScriptedKbApi();
    private final List<SyncProgress> told = new ArrayList<>();
    @SuppressWarnings("NullAway.Init")
    private H2ArticleStore store;
    @SuppressWarnings("NullAway.Init")
    private LuceneArticleIndex index;
    @SuppressWarnings("NullAway.Init")
    private ArticleSync sync;

    @BeforeEach
    void open() {
        store = new H2ArticleStore(folder.resolve("store"), _ -> { });
        index = new LuceneArticleIndex(folder.resolve("index"));
        sync = new ArticleSync(api, new ArticleSync.Copy(store, new IndexFollower(store, index)), NOW, told::add);
    }

    @AfterEach
    void close() {
        index.close();
        store.close();
    }

    private void reopen() {
        close();
        open();
    }

    private List<String> found(String words) {
        return index.search(SearchRequest.of(words, 10)).hits().stream().map(hit -> hit.article().id().value())
                .toList();
    }

    private static ArticleChange put(String id, String title) {
        return new ArticleChange.Put(TestArticles.article(id, title, "Текст статьи " + title));
    }

    @Test
    void aSnapshotInPagesIsSearchableAtOnceAndResumedAfterARestart() {
        api.answer(new ChangePage("e1", TestArticles.changes().subList(0, 6), "c1", true, 12));
        assertThat(sync.round()).isEqualTo(new SyncOutcome.UpToDate(6));
        assertThat(found("переоформление")).startsWith("t-1");
        assertThat(store.state().asOf()).isNull();

        reopen();
        api.answer(new ChangePage("e1", TestArticles.changes().subList(6, 12), "c2", false, 12));
        sync.round();

        assertThat(api.requests().getLast().cursor()).isEqualTo("c1");
        assertThat(found("роуминг")).startsWith("t-8");
        assertThat(store.state().asOf()).isEqualTo(NOW.instant());
        assertThat(index.size()).isEqualTo(12);
    }

    @Test
    void aCompleteCopyIsFollowedByLongPoll() {
        api.answer(ScriptedKbApi.page("c1", TestArticles.changes()));
        sync.round();
        sync.round();

        assertThat(api.requests().getFirst().holdFor()).isZero();
        assertThat(api.requests().getLast().holdFor()).isEqualTo(Duration.ofSeconds(50));
    }

    @Test
    void afterARestartItIsKnownAtOnceThatTheCopyIsUpToDate() {
        api.answer(ScriptedKbApi.page("c1", TestArticles.changes()));
        sync.round();
        reopen();

        assertThat(sync.round()).isEqualTo(new SyncOutcome.UpToDate(0));
        assertThat(api.requests().getLast().holdFor()).isZero();
        sync.round();
        assertThat(api.requests().getLast().holdFor()).isEqualTo(Duration.ofSeconds(50));
    }

    @Test
    void aWithdrawnArticleIsGoneFromStoreAndSearch() {
        api.answer(ScriptedKbApi.page("c1", TestArticles.changes()),
                ScriptedKbApi.page("c2", List.of(new ArticleChange.Withdrawal(new ArticleId("t-8")))));
        sync.round();
        sync.round();

        assertThat(store.find(new ArticleId("t-8"))).isEmpty();
        assertThat(found("роуминг за границей")).doesNotContain("t-8");
    }

    @Test
    void theOldBaseServesUntilANewOneIsComplete() {
        api.answer(ScriptedKbApi.page("c1", List.of(put("old", "Прежняя статья"))), new CursorReset("e2"),
                new ChangePage("e2", List.of(put("new-1", "Свежая статья")), "d1", true, 2),
                new ChangePage("e2", List.of(put("new-2", "Вторая статья")), "d2", false, 2));
        sync.round();
        sync.round();
        sync.round();
        assertThat(api.requests().get(2).cursor()).isNull();
        assertThat(found("прежняя")).containsExactly("old");
        assertThat(store.find(new ArticleId("new-1"))).isEmpty();

        sync.round();

        assertThat(found("статья")).containsExactlyInAnyOrder("new-1", "new-2");
        assertThat(store.find(new ArticleId("old"))).isEmpty();
        assertThat(store.state().loading()).isEqualTo(-1);
    }

    @Test
    void aShadowSnapshotIsResumedAfterARestart() {
        api.answer(ScriptedKbApi.page("c1", List.of(put("old", "Прежняя статья"))), new CursorReset("e2"),
                new ChangePage("e2", List.of(put("new-1", "Свежая статья")), "d1", true, 2));
        sync.round();
        sync.round();
        sync.round();

        reopen();
        api.answer(new ChangePage("e2", List.of(put("new-2", "Вторая статья")), "d2", false, 2));
        sync.round();

        assertThat(api.requests().getLast().cursor()).isEqualTo("d1");
        assertThat(found("статья")).containsExactlyInAnyOrder("new-1", "new-2");
    }

    @Test
    void aDeltaOfAnotherHistoryIsNotMixedIn() {
        api.answer(ScriptedKbApi.page("c1", List.of(put("old", "Прежняя статья"))),
                new ChangePage("e9", List.of(put("odd", "Чужая статья")), "x", false, 1),
                new ChangePage("e9", List.of(put("odd", "Чужая статья")), "x", false, 1));
        sync.round();
        sync.round();
        assertThat(store.find(new ArticleId("odd"))).isEmpty();
        sync.round();

        assertThat(api.requests().getLast().cursor()).isNull();
        assertThat(found("статья")).containsExactly("odd");
    }

    @Test
    void pagesGrowWhileTheyComeQuicklyAndAreSmallAgainAfterAFailure() {
        for (var page = 1; page <= 4; page++) {
            api.answer(new ChangePage("e1", List.of(put("p-" + page, "Страница " + page)), "c" + page, true, 9));
        }
        api.answer(new Unreachable("refused", null));
        for (var round = 0; round < 6; round++) {
            sync.round();
        }
        assertThat(api.requests()).extracting(ChangesRequest::limit).containsExactly(200, 400, 800, 800, 800, 200);
    }

    @Test
    void failuresLeaveTheLastGoodCopyAndSayWhy() {
        api.answer(ScriptedKbApi.page("c1", TestArticles.changes()), new Unreachable("refused", null),
                new Rejected(Rejection.MALFORMED, "no items"));
        sync.round();

        assertThat(sync.round()).isInstanceOf(SyncOutcome.Offline.class);
        assertThat(sync.round()).isInstanceOf(SyncOutcome.Refused.class);
        assertThat(found("тариф")).startsWith("t-9");
        assertThat(store.state().asOf()).isEqualTo(NOW.instant());
    }

    @Test
    void aPageDeliveredTwiceChangesNothing() {
        var page = ScriptedKbApi.page("c1", TestArticles.changes());
        api.answer(page, page);
        sync.round();
        sync.round();

        assertThat(index.size()).isEqualTo(12);
        assertThat(store.titles()).hasSize(12);
    }

    @Test
    void anIndexThatWasLostIsReplayedFromTheStore() throws IOException {
        api.answer(ScriptedKbApi.page("c1", TestArticles.changes()));
        sync.round();
        close();
        deleteFiles(folder.resolve("index"));

        open();
        sync.round();

        assertThat(found("переоформление")).startsWith("t-1");
    }

    @Test
    void aDamagedIndexIsSetAsideAndBuiltAgain() throws IOException {
        api.answer(ScriptedKbApi.page("c1", TestArticles.changes()));
        sync.round();
        close();
        try (var files = Files.newDirectoryStream(folder.resolve("index"), "segments_*")) {
            for (var file : files) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }

        open();
        sync.round();

        assertThat(found("переоформление")).startsWith("t-1");
        try (var aside = Files.newDirectoryStream(folder, "damaged-index-*")) {
            assertThat(aside).isNotEmpty();
        }
    }

    private static void deleteFiles(Path directory) throws IOException {
        try (var files = Files.newDirectoryStream(directory)) {
            for (var file : files) {
                Files.delete(file);
            }
        }
    }
}
