package ru.garnitura.kb.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong waited = new AtomicLong();

    private Pace pace(long bytesPerSecond) {
        return new Pace(bytesPerSecond, nanos::get, this::wait);
    }

    private void wait(Duration pause) {
        waited.addAndGet(pause.toNanos());
        nanos.addAndGet(pause.toNanos());
    }

    private Duration waited() {
        return Duration.ofNanos(waited.get());
    }

    @Test
    void whatIsWithinTheLimitTakesItsTime() throws IOException {
        var sink = new ByteArrayOutputStream();
        try (var stream = pace(1_000).through(sink)) {
            for (var n = 0; n < 100; n++) {
                stream.write(new byte[100]);
            }
        }

        assertThat(sink.size()).isEqualTo(10_000);
        assertThat(waited()).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(10));
    }

    @Test
    void withoutALimitNothingWaits() {
        pace(0).spend(1L << 40);

        assertThat(waited()).isZero();
    }

    @Test
    void aPauseIsNotSavedUpForLater() {
        var pace = pace(1_000);
        pace.spend(1_000);
        waited.set(0);
        nanos.addAndGet(Duration.ofHours(1).toNanos());

        pace.spend(5_000);

        assertThat(waited()).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(5));
    }

    @Test
    void stoppedItNeverWaitsAgain() {
        var pace = pace(1);
        pace.stop();
        pace.spend(1_000_000);

        assertThat(waited()).isZero();
    }
}
