package ru.garnitura.kb.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.garnitura.kb.TestArticles;
import ru.garnitura.kb.article.ArticleChange;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.index.LuceneArticleIndex;
import ru.garnitura.kb.store.H2ArticleStore;
import ru.garnitura.kb.sync.KbApi.ChangePage;
import ru.garnitura.kb.sync.KbApi.Manifest;

/// Silent drift of the copy is found and repaired while the copy keeps serving.
class ManifestCheckIT {

    private static final String OTHER = "0".repeat(64);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Instant now = Instant.parse("2026-11-22T11:02:00Z");
    private final ScriptedKbApi api = new ScriptedKbApi();
    @SuppressWarnings("NullAway.Init")
    private H2ArticleStore store;
    @SuppressWarnings("NullAway.Init")
    private LuceneArticleIndex index;
    @SuppressWarnings("NullAway.Init")
    private ArticleSync sync;
    @SuppressWarnings("NullAway.Init")
    private ManifestCheck check;

    @BeforeEach
    void open() {
        store = new H2ArticleStore(folder.resolve("store"), _ -> { });
        index = new LuceneArticleIndex(folder.resolve("index"));
        sync = new ArticleSync(api, new ArticleSync.Copy(store, new IndexFollower(store, index)), ticking(), _ -> { });
        check = new ManifestCheck(api, store, ticking());
    }

    @AfterEach
    void close() {
        index.close();
        store.close();
    }

    private Clock ticking() {
        return new Clock() {

            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException("one zone is enough");
            }
        };
    }

    private void loaded() {
        api.answer(ScriptedKbApi.page("c1", TestArticles.changes()));
        sync.round();
    }

    private Manifest manifest(String sha256) {
        return new Manifest("e1", "c1", 12, sha256);
    }

    @Test
    void aCopyThatEqualsTheBaseIsLeftAlone() {
        loaded();
        api.manifest(manifest(store.fingerprint().sha256()));

        assertThat(check.check()).isFalse();
        assertThat(store.state().loading()).isEqualTo(-1);
    }

    @Test
    void aCopyThatDriftedServesUntilANewSnapshotIsWhole() {
        loaded();
        api.manifest(manifest(OTHER));

        assertThat(check.check()).isTrue();
        assertThat(store.state().loading()).isZero();
        assertThat(store.find(new ArticleId("t-1"))).isPresent();
        api.answer(new ChangePage("e1", List.of(new ArticleChange.Put(TestArticles.article("n", "Новая", "x"))), "c1",
                false, 1));
        sync.round();

        assertThat(store.find(new ArticleId("t-1"))).isEmpty();
        assertThat(store.find(new ArticleId("n"))).isPresent();
        assertThat(index.size()).isEqualTo(1);
    }

    @Test
    void itIsAskedOnceADayAndAgainWhenTheClockWasSetBack() {
        loaded();
        api.manifest(manifest(store.fingerprint().sha256()));
        check.check();
        check.check();
        assertThat(api.manifestsAsked()).isEqualTo(1);

        now = now.plus(Duration.ofHours(24));
        check.check();
        assertThat(api.manifestsAsked()).isEqualTo(2);
        now = now.minus(Duration.ofDays(400));
        check.check();
        assertThat(api.manifestsAsked()).isEqualTo(3);
    }

    @Test
    void aManifestOfAnotherMomentSaysNothing() {
        loaded();
        api.manifest(new Manifest("e1", "c2", 13, OTHER));

        assertThat(check.check()).isFalse();
        assertThat(store.state().loading()).isEqualTo(-1);
        check.check();
        assertThat(api.manifestsAsked()).isEqualTo(2);
    }

    @Test
    void aCopyStillLoadingIsNotCompared() {
        api.answer(new ChangePage("e1", TestArticles.changes(), "c1", true, 20));
        sync.round();

        assertThat(check.check()).isFalse();
        assertThat(api.manifestsAsked()).isZero();
    }
}
