package ru.garnitura.desktop.outbox;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/// Time-ordered keys (RFC 9562, section 5.7).
public final class Uuid7 {

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public Uuid7(InstantSource clock) {
        this.clock = clock;
    }

    public String next() {
        long high = (clock.millis() << 16) | 0x7000 | random.nextInt(0x1000);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
