package ru.garnitura.desktop.app;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The way onto the FX lane: tasks in order, of which the toolkit never holds more than one. What a burst brings is carried
/// out a slice at a time, so that pulses and keys find their turn between slices. Any thread.
final class FxLane implements Executor {

    /// Half of a pulse; the other half is the window's.
    static final Duration SLICE = Duration.ofMillis(8);

    private final Executor toolkit;
    private final LongSupplier nanos;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean handed = new AtomicBoolean();

    /// @param toolkit runs a task on the FX lane, after what it has already
    /// @param nanos   monotonic, nanoseconds
    FxLane(Executor toolkit, LongSupplier nanos) {
        this.toolkit = toolkit;
        this.nanos = nanos;
    }

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
        handOver();
    }

    private void handOver() {
        if (handed.compareAndSet(false, true)) {
            try {
                toolkit.execute(this::slice);
            } catch (RuntimeException | Error refused) {
                // What waits goes with the next task that the toolkit takes.
                handed.set(false);
                throw refused;
            }
        }
    }

    /// A task that throws reaches the lane's handler; the next slice goes on after it.
    private void slice() {
        long began = nanos.getAsLong();
        try {
            for (Runnable task = waiting.poll(); task != null; task = next(began)) {
                task.run();
            }
        } finally {
            handed.set(false);
            if (!waiting.isEmpty()) {
                handOver();
            }
        }
    }

    private @Nullable Runnable next(long began) {
        return nanos.getAsLong() - began < SLICE.toNanos() ? waiting.poll() : null;
    }
}
