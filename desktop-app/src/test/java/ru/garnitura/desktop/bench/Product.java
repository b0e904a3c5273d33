package ru.garnitura.desktop.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The product as a user starts it, `./run`, until its ready line.
final class Product implements AutoCloseable {

    private final Process process;
    private final JsonNode ready;
    private final double startMs;

    private Product(Process process, JsonNode ready, double startMs) {
        this.process = process;
        this.ready = ready;
        this.startMs = startMs;
    }

    static Path root() {
        return Path.of(Objects.requireNonNull(System.getProperty("bench.root"), "bench.root"));
    }

    static Product run(String... arguments) throws IOException {
        return run(Map.of(), arguments);
    }

    /// @param environment added to this process's own
    static Product run(Map<String, String> environment, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(root().resolve("run").toString());
        command.addAll(List.of(arguments));
        long started = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        Process process = builder.start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        if (line == null) {
            throw new IOException("./run ended before its ready line");
        }
        return new Product(process, JsonMapper.shared().readTree(line), (System.nanoTime() - started) / 1e6);
    }

    JsonNode ready() {
        return ready;
    }

    /// From the start of `./run` to the ready line.
    double startMs() {
        return startMs;
    }

    InetSocketAddress sip() {
        String address = ready.path("sip").asString();
        int colon = address.lastIndexOf(':');
        return new InetSocketAddress(InetAddress.ofLiteral(address.substring(0, colon)),
                Integer.parseInt(address.substring(colon + 1)));
    }

    /// Proportional set size of the desktop and its children, MB.
    double memoryMb() {
        ProcessHandle desktop = ProcessHandle.of(ready.path("pid").asLong()).orElseThrow();
        return Stream.concat(Stream.of(desktop), desktop.descendants()).mapToLong(handle -> pss(handle.pid())).sum() / 1024.0;
    }

    private static long pss(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
