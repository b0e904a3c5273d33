package ru.garnitura.kb.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.kb.article.Checkpoint;
import ru.garnitura.kb.article.KbException;
import ru.garnitura.kb.store.H2ArticleStore;
import ru.garnitura.kb.sync.KbApi.Manifest;
import ru.garnitura.kb.sync.KbApi.Rejected;
import ru.garnitura.kb.sync.KbApi.Unreachable;

/// Finds silent drift and damage: once after the start and then once a day every article of the copy is read, and its
/// fingerprint compared with the back office's. A copy that differs keeps serving while a new snapshot is loaded beside it.
/// One thread.
final class ManifestCheck {

    private static final Logger LOG = LoggerFactory.getLogger(ManifestCheck.class);
    private static final Duration EACH = Duration.ofHours(24);

    private final KbApi api;
    private final H2ArticleStore store;
    private final Clock clock;
    private @Nullable Instant last;
    private @Nullable Instant read;

    ManifestCheck(KbApi api, H2ArticleStore store, Clock clock) {
        this.api = api;
        this.store = store;
        this.clock = clock;
    }

    /// Checks where it is due and the copy is complete.
    ///
    /// @return whether the copy had drifted, and a new one is being loaded
    boolean check() {
        try {
            var state = store.state();
            if (state.asOf() == null || state.loading() >= 0 || state.resume() == null) {
                return false;
            }
            if (isDue(read)) {
                read = clock.instant();
                store.verify();
            }
            if (!isDue(last)) {
                return false;
            }
            return switch (api.manifest()) {
                case Manifest manifest -> compare(manifest, state.resume());
                case Unreachable _, Rejected _ -> false;
            };
        } catch (KbException e) {
            LOG.warn("The copy could not be compared with the base", e);
            return false;
        }
    }

    /// A clock that was set back makes it due, too.
    private boolean isDue(@Nullable Instant done) {
        if (done == null) {
            return true;
        }
        var since = Duration.between(done, clock.instant());
        return since.isNegative() || since.compareTo(EACH) >= 0;
    }

    /// A manifest of another moment says nothing: the next round tries again.
    private boolean compare(Manifest manifest, Checkpoint at) {
        if (!at.equals(new Checkpoint(manifest.epoch(), manifest.cursor()))) {
            return false;
        }
        last = clock.instant();
        var own = store.fingerprint();
        if (own.sha256().equals(manifest.sha256())) {
            return false;
        }
        LOG.error("The copy has drifted: {} articles here, {} in the base; a new snapshot is loaded", own.count(),
                manifest.count());
        store.reset();
        return true;
    }
}
