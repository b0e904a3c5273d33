package ru.garnitura.softphone.ui;

import java.time.Duration;

/// Runs a task on the FX lane again and again.
@FunctionalInterface
public interface Ticker {

    /// The first run comes after one period.
    ///
    /// @return stops it; idempotent
    Runnable every(Duration period, Runnable task);
}
