package ru.garnitura.backoffice.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final RateLimit limit = new RateLimit(3, Duration.ofMinutes(1), now::get);

    @Test
    void theBurstIsAllowedAndThenItRefillsSteadily() {
        for (int i = 0; i < 3; i++) {
            assertThat(limit.take("a")).isZero();
        }
        assertThat(limit.take("a")).isEqualTo(20);
        assertThat(limit.take("b")).isZero();
        now.set(Instant.EPOCH.plusSeconds(20));
        assertThat(limit.peek("a")).isZero();
        assertThat(limit.take("a")).isZero();
        assertThat(limit.take("a")).isPositive();
    }

    @Test
    void aClockThatJumpsBackHurtsNobody() {
        limit.take("a");
        now.set(Instant.EPOCH.minusSeconds(3600));
        assertThat(limit.take("a")).isZero();
    }
}
