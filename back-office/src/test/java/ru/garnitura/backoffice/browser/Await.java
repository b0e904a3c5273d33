package ru.garnitura.backoffice.browser;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for a condition, never for a time.
public final class Await {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final long BETWEEN_NANOS = 30_000_000;

    private Await() {}

    /// @throws AssertionError naming what was awaited, when it did not come about within 30 s
    public static void until(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + LONGEST.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(BETWEEN_NANOS);
        }
    }
}
