package ru.garnitura.softphone.sip;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import ru.garnitura.softphone.call.Timers;

/// Timers that hand over to a lane when their time has come.
public final class LaneTimers implements Timers, AutoCloseable {

    private final Executor lane;
    private final ScheduledThreadPoolExecutor clockwork;

    public LaneTimers(Executor lane) {
        this.lane = lane;
        this.clockwork = new ScheduledThreadPoolExecutor(1,
                task -> Thread.ofPlatform().name("signaling-timers").daemon().unstarted(task));
        clockwork.setRemoveOnCancelPolicy(true);
        clockwork.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        AtomicBoolean cancelled = new AtomicBoolean();
        Runnable unlessCancelled = () -> {
            if (!cancelled.get()) {
                task.run();
            }
        };
        if (clockwork.isShutdown()) {
            return Timer.NONE;
        }
        Future<?> waiting = clockwork.schedule(() -> lane.execute(unlessCancelled), delay.toNanos(),
                TimeUnit.NANOSECONDS);
        return () -> {
            cancelled.set(true);
            waiting.cancel(false);
        };
    }

    @Override
    public void close() {
        clockwork.shutdown();
    }
}
