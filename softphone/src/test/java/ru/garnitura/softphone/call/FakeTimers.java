package ru.garnitura.softphone.call;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Timers and a clock that only a test moves.
public final class FakeTimers implements Timers, InstantSource {

    private final List<Waiting> waiting = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private Duration slept = Duration.ZERO;

    private record Waiting(Instant due, Runnable task) {
    }

    /// A signaling lane that runs on the caller's thread by this clock.
    public SoftphoneLane lane() {
        return new SoftphoneLane(Runnable::run, this, this);
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        Waiting entry = new Waiting(now.plus(delay), task);
        waiting.add(entry);
        return () -> waiting.remove(entry);
    }

    /// Moves time on and runs what falls due, in order.
    public void pass(Duration time) {
        Instant end = now.plus(time);
        while (true) {
            var next = waiting.stream().filter(w -> !w.due().isAfter(end)).min(Comparator.comparing(Waiting::due));
            if (next.isEmpty()) {
                now = end;
                return;
            }
            waiting.remove(next.get());
            now = next.get().due().isAfter(now) ? next.get().due() : now;
            next.get().task().run();
        }
    }

    /// This process stands still: all clocks go on, and nothing runs that falls due.
    public void standStill(Duration time) {
        now = now.plus(time);
    }

    /// The machine sleeps: the wall clock goes on, the timers do not.
    public void sleep(Duration time) {
        slept = slept.plus(time);
    }

    @Override
    public long nanos() {
        return Duration.between(Instant.EPOCH, now).toNanos();
    }

    @Override
    public Instant instant() {
        return now.plus(slept);
    }
}
