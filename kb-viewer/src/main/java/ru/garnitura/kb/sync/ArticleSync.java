package ru.garnitura.kb.sync;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.kb.article.ArticleChange;
import ru.garnitura.kb.article.Checkpoint;
import ru.garnitura.kb.article.KbException;
import ru.garnitura.kb.store.H2ArticleStore;
import ru.garnitura.kb.store.Page;
import ru.garnitura.kb.sync.KbApi.ChangePage;
import ru.garnitura.kb.sync.KbApi.ChangesOutcome;
import ru.garnitura.kb.sync.KbApi.ChangesRequest;
import ru.garnitura.kb.sync.KbApi.CursorReset;
import ru.garnitura.kb.sync.KbApi.NotModified;
import ru.garnitura.kb.sync.KbApi.Rejected;
import ru.garnitura.kb.sync.KbApi.Unreachable;

/// Follows the back office's base page by page, from the checkpoint in the store on, for as long as it runs. A page is
/// kept whole or not at all; whatever fails, the last good copy keeps serving. [#run] occupies one virtual thread.
public final class ArticleSync {

    private static final Logger LOG = LoggerFactory.getLogger(ArticleSync.class);
    private static final Duration HOLD = Duration.ofSeconds(50);

    private final KbApi api;
    private final H2ArticleStore store;
    private final IndexFollower follower;
    private final Clock clock;
    private final Consumer<SyncProgress> progress;
    private final ManifestCheck manifest;
    private final Pace pace;
    private final Backoff backoff = new Backoff();
    private final PageSize size = new PageSize();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicBoolean followed = new AtomicBoolean();
    private int expected = -1;
    private boolean heard;

    /// @param progress told after every round, on the thread of [#run]
    public ArticleSync(KbApi api, Copy copy, Clock clock, Consumer<SyncProgress> progress) {
        this.api = api;
        this.store = copy.store();
        this.follower = copy.follower();
        this.pace = copy.pace();
        this.clock = clock;
        this.progress = progress;
        this.manifest = new ManifestCheck(api, store, clock);
    }

    /// The copy being kept: the store, and the index that follows it.
    ///
    /// @param pace at which articles are taken in
    public record Copy(H2ArticleStore store, IndexFollower follower, Pace pace) {

        public Copy(H2ArticleStore store, IndexFollower follower) {
            this(store, follower, Pace.unlimited());
        }
    }

    /// Follows until [#stop]; between failures it waits longer each time, as long as the server asks or a minute.
    public void run() {
        while (stopped.getCount() > 0) {
            var start = clock.instant();
            var outcome = round();
            tell(outcome);
            if (outcome instanceof SyncOutcome.UpToDate && backoff.isCalm()) {
                manifest.check();
            }
            var pause = backoff.after(outcome, Duration.between(start, clock.instant()));
            if (!pause.isZero()) {
                pause(pause);
            }
        }
    }

    /// Ends [#run] after the request in flight; returns at once.
    public void stop() {
        stopped.countDown();
        pace.stop();
    }

    /// Asks once and keeps what came. Long-polls only when the copy is complete, and not the first time: that the copy is up
    /// to date is to be known soon after the start.
    public SyncOutcome round() {
        try {
            if (followed.compareAndSet(false, true)) {
                follower.catchUp(true);
            }
            var state = store.state();
            var resume = state.resume();
            var complete = heard && state.asOf() != null && state.loading() < 0 && backoff.isCalm();
            var request = new ChangesRequest(resume == null ? null : resume.cursor(), size.articles(),
                    complete ? HOLD : Duration.ZERO);
            return switch (ask(request)) {
                case ChangePage page -> keep(page, resume == null ? null : resume.epoch());
                case NotModified _ -> unchanged();
                case CursorReset _ -> reset("the cursor is no longer served");
                case Unreachable cause -> new SyncOutcome.Offline(cause);
                case Rejected cause -> new SyncOutcome.Refused(cause);
            };
        } catch (KbException e) {
            failed("Nothing of this round was kept", e);
            followed.set(false);
            return new SyncOutcome.NotStored(String.valueOf(e.getMessage()));
        }
    }

    private ChangesOutcome ask(ChangesRequest request) {
        var asked = clock.instant();
        var answer = api.changes(request);
        if (answer instanceof ChangePage page && page.more()) {
            size.came(Duration.between(asked, clock.instant()), pace.isLimited());
        } else {
            size.begin();
        }
        return answer;
    }

    private SyncOutcome keep(ChangePage page, @Nullable String epoch) {
        if (epoch != null && !epoch.equals(page.epoch())) {
            return reset("the history is another one");
        }
        var checkpoint = new Checkpoint(page.epoch(), page.next());
        var written = store.apply(new Page(page.changes(), checkpoint, !page.more(), clock.instant()));
        follower.follow(written, page.changes(), !page.more());
        expected = page.more() ? page.total() : -1;
        heard = true;
        pace.spend(page.changes().stream().mapToLong(ArticleSync::bytes).sum());
        return new SyncOutcome.UpToDate(page.changes().size());
    }

    /// About what an article takes on the wire before compression.
    private static long bytes(ArticleChange change) {
        return change instanceof ArticleChange.Put(var article) ? 2L * article.text().body().length() : 0;
    }

    private SyncOutcome unchanged() {
        store.confirm(clock.instant());
        heard = true;
        return new SyncOutcome.UpToDate(0);
    }

    private SyncOutcome reset(String why) {
        LOG.info("A new snapshot is loaded beside the serving one: {}", why);
        store.reset();
        return new SyncOutcome.UpToDate(0);
    }

    private void tell(SyncOutcome outcome) {
        try {
            var state = store.state();
            var loaded = state.loading() >= 0 ? state.loading() : state.asOf() == null ? state.articles() : -1;
            progress.accept(new SyncProgress(outcome, state.articles(), loaded, expected, state.asOf()));
        } catch (KbException e) {
            failed("The state of the copy cannot be read", e);
            progress.accept(new SyncProgress(outcome, 0, -1, -1, null));
        }
    }

    /// Once stopped, the store is closed under the last round, and that is no news.
    private void failed(String what, KbException cause) {
        if (stopped.getCount() > 0) {
            LOG.warn(what, cause);
        } else {
            LOG.debug("Stopped within a round: {}", cause.getMessage());
        }
    }

    private void pause(Duration pause) {
        try {
            if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("Stopped while waiting");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            stop();
        }
    }
}
