package ru.garnitura.softphone.call;

import java.time.Duration;

/// Timers of the signaling lane. Monotonic: a jump of the wall clock changes nothing.
public interface Timers {

    /// Runs the task on the signaling lane after the delay, unless cancelled before.
    Timer after(Duration delay, Runnable task);

    /// The clock these timers run by, nanoseconds; it says nothing but how much time has passed, and stands while the
    /// machine sleeps.
    default long nanos() {
        return System.nanoTime();
    }

    /// A task that waits.
    interface Timer {

        Timer NONE = () -> { };

        /// Idempotent; on the signaling lane the task surely does not run afterwards.
        void cancel();
    }
}
