package ru.garnitura.sessions.session;

import java.time.Duration;

/// Calls a task again and again on the FX lane, until the returned handle is closed.
@FunctionalInterface
public interface Ticker {

    Handle every(Duration period, Runnable task);

    /// Ends the ticking. Idempotent.
    @FunctionalInterface
    interface Handle extends AutoCloseable {
        @Override
        void close();
    }
}
