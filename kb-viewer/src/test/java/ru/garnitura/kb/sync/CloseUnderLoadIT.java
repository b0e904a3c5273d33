package ru.garnitura.kb.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ru.garnitura.kb.TestArticles;
import ru.garnitura.kb.article.KbException;
import ru.garnitura.kb.index.LuceneArticleIndex;
import ru.garnitura.kb.index.SearchRequest;
import ru.garnitura.kb.store.H2ArticleStore;
import ru.garnitura.kb.store.OwnRecords;

/// Store and index closed in the middle of everything: each call still under way ends, well or with a [KbException],
/// and the next start finds everything in order.
@Timeout(120)
class CloseUnderLoadIT {

    private static final int TIMES = 15;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final List<Throwable> bugs = new CopyOnWriteArrayList<>();

    @Test
    void whatIsUnderWayEndsAndNothingIsDamaged() throws InterruptedException {
        var random = new Random(1);
        for (var time = 0; time < TIMES; time++) {
            openUseAndClose(random.nextInt(60));
            assertThat(bugs).isEmpty();
        }
    }

    private void openUseAndClose(int rounds) throws InterruptedException {
        var io = Executors.newVirtualThreadPerTaskExecutor();
        var store = new H2ArticleStore(folder.resolve("store"), damage -> bugs.add(new AssertionError(damage.detail())));
        var own = new OwnRecords(folder.resolve("own"), damage -> bugs.add(new AssertionError(damage.detail())));
        var index = new LuceneArticleIndex(folder.resolve("index"),
                (_, detail) -> bugs.add(new AssertionError(detail)));
        var follower = new IndexFollower(store, index);
        var api = new ScriptedKbApi().answer(ScriptedKbApi.page("c1", TestArticles.changes()));
        var sync = new ArticleSync(api, new ArticleSync.Copy(store, follower), Clock.systemUTC(), _ -> { });
        var used = new CountDownLatch(rounds);
        io.execute(() -> guarded(sync::run));
        io.execute(() -> guarded(() -> forever(() -> follower.catchUp(true))));
        io.execute(() -> guarded(() -> forever(() -> store.confirm(Instant.EPOCH))));
        io.execute(() -> guarded(() -> forever(() -> own.reading().opened(TestArticles.all().getFirst(), Instant.EPOCH))));
        io.execute(() -> guarded(() -> forever(() -> {
            index.search(SearchRequest.of("тариф", 3));
            used.countDown();
        })));
        assertThat(used.await(30, TimeUnit.SECONDS)).isTrue();

        sync.stop();
        index.close();
        store.close();
        own.close();

        io.shutdown();
        assertThat(io.awaitTermination(20, TimeUnit.SECONDS)).as("every task ends").isTrue();
    }

    private static void forever(Runnable work) {
        while (true) {
            work.run();
        }
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (KbException e) {
            assertThat(e).isNotNull();
        } catch (RuntimeException | Error e) {
            bugs.add(e);
        }
    }
}
