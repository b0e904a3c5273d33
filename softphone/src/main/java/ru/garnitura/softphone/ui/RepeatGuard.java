package ru.garnitura.softphone.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Lets the first press of a destructive key through and none that follows while it is held down.
final class RepeatGuard {

    private final InstantSource clock;
    private final Duration gap;
    private Instant last = Instant.MIN;

    RepeatGuard(InstantSource clock, Duration gap) {
        this.clock = clock;
        this.gap = gap;
    }

    /// Every press, passed or not, starts the gap anew.
    boolean passes() {
        var now = clock.instant();
        var free = last.equals(Instant.MIN) || Duration.between(last, now).compareTo(gap) >= 0;
        last = now;
        return free;
    }
}
