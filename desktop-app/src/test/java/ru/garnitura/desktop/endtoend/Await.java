package ru.garnitura.desktop.endtoend;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Waits for a condition, never for a time.
public final class Await {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Await() {
    }

    /// Returns as soon as the condition holds; an exception in it counts as "not yet".
    ///
    /// @throws AssertionError naming what was awaited, when it did not come about within 30 s
    public static void until(String what, Condition condition) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        Throwable last = null;
        while (System.nanoTime() < deadline) {
            try {
                if (condition.holds()) {
                    return;
                }
                last = null;
            } catch (Exception | AssertionError e) {
                last = e;
            }
            LockSupport.parkNanos(20_000_000);
        }
        throw new AssertionError("did not come about within " + LONGEST.toSeconds() + " s: " + what, last);
    }

    @FunctionalInterface
    public interface Condition {
        boolean holds() throws Exception;
    }
}
