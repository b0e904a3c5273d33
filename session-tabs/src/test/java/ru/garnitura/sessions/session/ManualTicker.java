package ru.garnitura.sessions.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Ticks when the test says so, whatever the period.
public final class ManualTicker implements Ticker {

    private final List<Runnable> tasks = new ArrayList<>();

    @Override
    public Handle every(Duration period, Runnable task) {
        tasks.add(task);
        return () -> tasks.remove(task);
    }

    public void tick() {
        List.copyOf(tasks).forEach(Runnable::run);
    }
}
