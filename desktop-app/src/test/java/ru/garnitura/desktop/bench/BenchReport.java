package ru.garnitura.desktop.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What one benchmark found: a short table for people, JSON for machines, and whether every goal was met.
public final class BenchReport {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ObjectNode root = JSON.createObjectNode();
    private final ObjectNode metrics;
    private boolean passed = true;

    public BenchReport(String name, Map<String, ?> parameters) {
        root.put("name", name);
        root.put("commit", System.getProperty("bench.commit", "unknown"));
        root.put("machine", System.getProperty("bench.machine", "unknown"));
        root.set("params", JSON.valueToTree(new TreeMap<>(parameters)));
        metrics = root.putObject("metrics");
    }

    /// @param goal the value may not exceed it; null = for information
    public void atMost(String key, double value, String unit, @Nullable Double goal) {
        boolean pass = goal == null || value <= goal;
        metrics.set(key, metric(value, unit).put("goal", goal).put("pass", pass));
        passed &= pass;
    }

    /// @param goal the value may not fall short of it
    void atLeast(String key, double value, String unit, double goal) {
        boolean pass = value >= goal;
        metrics.set(key, metric(value, unit).put("goal", goal).put("least", true).put("pass", pass));
        passed &= pass;
    }

    /// @param config how its users run it, as committed
    public void peer(String name, String version, String config, Map<String, Double> milliseconds) {
        peer(name, version, config, new Figures("ms", milliseconds));
    }

    /// Measured values of one unit.
    record Figures(String unit, Map<String, Double> values) {
    }

    /// The same for figures in another unit.
    void peer(String name, String version, String config, Figures figures) {
        ObjectNode peer = root.putObject("peer").put("name", name).put("version", version).put("config", config);
        ObjectNode peerMetrics = peer.putObject("metrics");
        new TreeMap<>(figures.values).forEach((key, value) -> peerMetrics.set(key, metric(value, figures.unit)));
    }

    private static ObjectNode metric(double value, String unit) {
        return JSON.createObjectNode().put("value", Math.round(value * 100) / 100.0).put("unit", unit);
    }

    /// Prints the table, writes the JSON where asked for, and returns the process's exit code.
    public int finish(PrintStream out, String @Nullable [] arguments) throws IOException {
        print(out);
        save(arguments);
        return passed ? 0 : 1;
    }

    /// Writes the JSON where asked for.
    void save(String @Nullable [] arguments) throws IOException {
        Path json = jsonFile(arguments);
        if (json != null) {
            Files.writeString(json, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
        }
    }

    private void print(PrintStream out) {
        metrics.properties().forEach(entry -> {
            var metric = entry.getValue();
            String goal = metric.path("goal").isNumber()
                    ? "  goal %s %s  %s".formatted(metric.path("least").asBoolean() ? ">=" : "<=", metric.path("goal").asString(), metric.path("pass").asBoolean() ? "met" : "MISSED")
                    : "";
            out.printf(Locale.ROOT, "%-28s %10.2f %-6s%s%n", entry.getKey(), metric.path("value").asDouble(),
                    metric.path("unit").asString(), goal);
        });
        if (root.has("peer")) {
            out.printf("peer %s %s: %s%n", root.path("peer").path("name").asString(), root.path("peer").path("version").asString(),
                    root.path("peer").path("config").asString());
        }
        root.path("peer").path("metrics").properties().forEach(entry -> out.printf(Locale.ROOT, "%-28s %10.2f %-6s%n",
                root.path("peer").path("name").asString() + " " + entry.getKey(),
                entry.getValue().path("value").asDouble(), entry.getValue().path("unit").asString()));
    }

    private static @Nullable Path jsonFile(String @Nullable [] arguments) {
        for (int i = 0; arguments != null && i + 1 < arguments.length; i++) {
            if (arguments[i].equals("--json")) {
                return Path.of(arguments[i + 1]);
            }
        }
        return null;
    }
}
