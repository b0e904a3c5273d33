package ru.garnitura.desktop.link.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SleepWatchTest {

    private long nanos;
    private Instant wall = Instant.parse("2026-11-22T12:00:00Z");
    private final SleepWatch watch = new SleepWatch(() -> wall, () -> nanos);

    private void pass(Duration onTheWall, Duration monotonic) {
        wall = wall.plus(onTheWall);
        nanos += monotonic.toNanos();
    }

    @Test
    void timeThatPassesIsNoSleep() {
        pass(Duration.ofMinutes(5), Duration.ofMinutes(5));
        assertThat(watch.look()).isEmpty();
    }

    @Test
    void aWallClockThatRanAheadIsASleepOnce() {
        pass(Duration.ofMinutes(20), Duration.ofSeconds(1));
        assertThat(watch.look()).contains(Duration.ofMinutes(20).minusSeconds(1));
        assertThat(watch.look()).isEmpty();
    }

    @Test
    void aWallClockSetBackIsNoSleep() {
        pass(Duration.ofHours(-1), Duration.ofSeconds(1));
        assertThat(watch.look()).isEmpty();
    }

    @Test
    void pausesGrowToThirtySecondsAndAreSpreadOverTheirWholeRange() {
        var backoff = new Backoff(new Random(5));
        for (int i = 0; i < 1_000; i++) {
            assertThat(backoff.next()).isBetween(Backoff.SHORTEST, Backoff.LONGEST);
        }
        backoff.reset();
        assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }
}
