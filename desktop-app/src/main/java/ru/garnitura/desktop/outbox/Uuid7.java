package ru.garnitura.desktop.outbox;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/// Time-ordered keys (RFC 9562, section 5.7). Keys of one maker grow, whatever the clock does (section 6.2, method 3:
/// the 12 bits after the time count on within a millisecond and carry into it). Any thread.
public final class Uuid7 {

    private static final int COUNTER_START = 0x800;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private long lastTick;

    public Uuid7(InstantSource clock) {
        this.clock = clock;
    }

    public String next() {
        long tick = nextTick();
        long high = ((tick >>> 12) << 16) | 0x7000 | (tick & 0xFFF);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    private synchronized long nextTick() {
        lastTick = Math.max(lastTick + 1, (clock.millis() << 12) | random.nextInt(COUNTER_START));
        return lastTick;
    }
}
