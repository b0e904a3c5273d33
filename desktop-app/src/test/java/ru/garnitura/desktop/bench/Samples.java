package ru.garnitura.desktop.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Measured times, milliseconds.
public final class Samples {

    private final List<Double> values = new ArrayList<>();

    public synchronized void add(double milliseconds) {
        values.add(milliseconds);
    }

    public synchronized int count() {
        return values.size();
    }

    /// The smallest value that at least `percent` of the samples do not exceed.
    public synchronized double percentile(double percent) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int rank = (int) Math.ceil(percent / 100 * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }
}
