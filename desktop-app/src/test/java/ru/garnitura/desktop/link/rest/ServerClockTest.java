package ru.garnitura.desktop.link.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ServerClockTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private long nanos;
    private Instant machine = NOON.minus(Duration.ofHours(3));
    private final ServerClock clock = new ServerClock(() -> machine, () -> nanos);

    private void pass(Duration time) {
        nanos += time.toNanos();
    }

    @Test
    void untilTheFirstAnswerItIsTheMachinesTimeAndNotKnown() {
        pass(Duration.ofSeconds(5));

        assertThat(clock.instant()).isEqualTo(machine.plusSeconds(5));
        assertThat(clock.isKnown()).isFalse();
    }

    @Test
    void theMachinesClockMayJumpAndNothingMoves() {
        clock.heard(NOON);
        machine = machine.plus(Duration.ofHours(1));
        pass(Duration.ofSeconds(2));

        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(2));
        assertThat(clock.isKnown()).isTrue();
    }

    @Test
    void aSlowAnswerDoesNotTakeTimeBackButACorrectionDoes() {
        clock.heard(NOON);
        pass(Duration.ofSeconds(10));
        clock.heard(NOON.plusSeconds(7));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(10));

        clock.heard(NOON.minusSeconds(3600));
        assertThat(clock.instant()).isEqualTo(NOON.minusSeconds(3600));

        clock.heard(NOON.plusSeconds(60));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void sleepCounts() {
        clock.heard(NOON);
        clock.slept(Duration.ofMinutes(20));

        assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofMinutes(20)));
    }
}
