package ru.garnitura.desktop.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class Uuid7Test {

    @Test
    void keysGrowEvenWhenTheClockStandsOrGoesBack() {
        Instant[] now = {Instant.parse("2026-11-22T11:00:00Z")};
        var keys = new Uuid7((InstantSource) () -> now[0]);

        var made = Stream.generate(keys::next).limit(10_000).toList();
        now[0] = now[0].minusSeconds(3600);
        String afterwards = keys.next();

        assertThat(made).isSorted().doesNotHaveDuplicates();
        assertThat(afterwards).isGreaterThan(made.getLast());
    }

    @Test
    void aKeySaysItsTimeVersionAndVariant() {
        Instant now = Instant.parse("2026-11-22T11:00:00.123Z");
        UUID key = UUID.fromString(new Uuid7(InstantSource.fixed(now)).next());

        assertThat(key.version()).isEqualTo(7);
        assertThat(key.variant()).isEqualTo(2);
        assertThat(key.getMostSignificantBits() >>> 16).isEqualTo(now.toEpochMilli());
    }
}
