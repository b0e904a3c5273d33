package ru.garnitura.softphone.ui;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Ticks when told to.
final class FakeTicker implements Ticker {

    private final Map<Object, Runnable> tasks = new LinkedHashMap<>();

    @Override
    public Runnable every(Duration period, Runnable task) {
        var key = new Object();
        tasks.put(key, task);
        return () -> tasks.remove(key);
    }

    void tick() {
        List.copyOf(tasks.values()).forEach(Runnable::run);
    }

    int running() {
        return tasks.size();
    }
}
