package ru.garnitura.softphone.call;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/// Lets a bug end what it happened in, a datagram or a task, and never the thread that handles the next one. Each place a
/// bug comes from is reported once, to the thread's uncaught handler; all are counted. Thread-safe.
public final class Watchdog {

    /// Whoever makes us stumble chooses how often, so what is remembered of it has a limit.
    private static final int MOST_PLACES = 256;
    private static final String OURS = "ru.garnitura.";

    private final AtomicLong count = new AtomicLong();
    private final Set<String> places = ConcurrentHashMap.newKeySet();

    /// A lane whose thread outlives its tasks' bugs.
    public Executor guarding(Executor lane) {
        return task -> lane.execute(() -> guard(task));
    }

    /// Runs a task on this thread.
    public void guard(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error bug) {
            caught(bug);
        }
    }

    /// Takes a bug over from whoever caught it.
    public void caught(Throwable bug) {
        count.incrementAndGet();
        if (places.size() < MOST_PLACES && places.add(placeOf(bug))) {
            Thread self = Thread.currentThread();
            self.getUncaughtExceptionHandler().uncaughtException(self, bug);
        }
    }

    /// How many there were.
    public long count() {
        return count.get();
    }

    private static String placeOf(Throwable bug) {
        for (StackTraceElement step : bug.getStackTrace()) {
            if (step.getClassName().startsWith(OURS)) {
                return bug.getClass().getName() + " " + step.getClassName() + " " + step.getMethodName();
            }
        }
        return bug.getClass().getName();
    }
}
