package ru.garnitura.kb.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// Times of one search a keystroke, in milliseconds.
record Latency(List<Double> cpu, List<Double> wall) {

    /// Types every query letter by letter.
    static Latency typing(List<JudgedQuery> queries, Consumer<String> search) {
        var threads = ManagementFactory.getThreadMXBean();
        var cpu = new ArrayList<Double>();
        var wall = new ArrayList<Double>();
        for (var query : queries) {
            for (var length = 1; length <= query.words().length(); length++) {
                var typed = query.words().substring(0, length);
                var cpuStart = threads.getCurrentThreadCpuTime();
                var start = System.nanoTime();
                search.accept(typed);
                wall.add((System.nanoTime() - start) / 1e6);
                cpu.add((threads.getCurrentThreadCpuTime() - cpuStart) / 1e6);
            }
        }
        Collections.sort(cpu);
        Collections.sort(wall);
        return new Latency(cpu, wall);
    }

    static double at(List<Double> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size())));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "cpu p50 %.2f p99 %.2f ms, wall p50 %.2f p99 %.2f ms, %d keystrokes",
                at(cpu, 0.5), at(cpu, 0.99), at(wall, 0.5), at(wall, 0.99), cpu.size());
    }
}
