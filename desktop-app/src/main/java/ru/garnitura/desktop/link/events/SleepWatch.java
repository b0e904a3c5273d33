package ru.garnitura.desktop.link.events;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Notices that this machine slept: the wall clock went on and the monotonic one did not. Looked at about once a second.
final class SleepWatch {

    static final Duration NOTICEABLE = Duration.ofSeconds(5);

    private final InstantSource wall;
    private final LongSupplier nanos;
    private Instant lastWall;
    private long lastNanos;

    SleepWatch(InstantSource wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
        this.lastWall = wall.instant();
        this.lastNanos = nanos.getAsLong();
    }

    /// How long it slept since the last look; empty where it did not.
    Optional<Duration> look() {
        Instant nowWall = wall.instant();
        long now = nanos.getAsLong();
        Duration jump = Duration.between(lastWall, nowWall).minusNanos(now - lastNanos);
        lastWall = nowWall;
        lastNanos = now;
        return jump.compareTo(NOTICEABLE) > 0 ? Optional.of(jump) : Optional.empty();
    }
}
