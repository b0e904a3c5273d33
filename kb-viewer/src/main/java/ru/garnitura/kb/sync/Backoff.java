package ru.garnitura.kb.sync;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait after a failed round: full jitter that doubles up to a minute, and never less than the server asks.
/// One thread.
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final RandomGenerator random = RandomGenerator.getDefault();
    private Duration ceiling = Duration.ZERO;

    /// Whether the last round went well.
    boolean isCalm() {
        return ceiling.isZero();
    }

    /// @param took how long the round took: a server that holds no request must not be asked in a tight circle
    Duration after(SyncOutcome outcome, Duration took) {
        return switch (outcome) {
            case SyncOutcome.UpToDate(var changed) -> calm(changed == 0 && took.compareTo(FIRST) < 0);
            case SyncOutcome.Offline(var cause) -> longer(cause.retryAfter() == null ? Duration.ZERO : cause.retryAfter());
            case SyncOutcome.Refused _, SyncOutcome.NotStored _ -> longer(FIRST);
        };
    }

    private Duration calm(boolean idle) {
        ceiling = Duration.ZERO;
        return idle ? FIRST : Duration.ZERO;
    }

    private Duration longer(Duration atLeast) {
        var doubled = ceiling.isZero() ? FIRST : ceiling.multipliedBy(2);
        ceiling = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        var jittered = Duration.ofMillis(random.nextLong(1, ceiling.toMillis() + 1));
        return jittered.compareTo(atLeast) > 0 ? jittered : atLeast;
    }
}
