package ru.garnitura.softphone.call;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/// The signaling lane: the one thread that owns all call state, its timers, and the desk's clock.
///
/// @param executor runs tasks one after another, in order
/// @param timers   delayed tasks of the same lane
/// @param clock    time shown to the operator
public record SoftphoneLane(Executor executor, Timers timers, InstantSource clock) {

    public void execute(Runnable task) {
        executor.execute(task);
    }

    public Instant now() {
        return clock.instant();
    }
}
