package ru.garnitura.desktop.link.events;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// Full jitter: anything between the shortest pause and a ceiling that doubles with each failure.
final class Backoff {

    static final Duration SHORTEST = Duration.ofMillis(500);
    static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int DOUBLINGS = 6;

    private final RandomGenerator random;
    private int failures;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    Duration next() {
        failures++;
        long ceiling = Math.min(LONGEST.toMillis(), SHORTEST.toMillis() << Math.min(failures, DOUBLINGS));
        return Duration.ofMillis(random.nextLong(SHORTEST.toMillis(), ceiling + 1));
    }

    void reset() {
        failures = 0;
    }
}
