package ru.garnitura.desktop.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The reference back office in a process of its own, so that it can be killed and come back on the same port.
public final class BackOfficeProcess implements AutoCloseable {

    private static final int KILLED_WITHIN_SECONDS = 10;

    private final Path folder;
    private int port;
    private @Nullable Process process;

    public BackOfficeProcess(Path folder) {
        this.folder = folder;
    }

    /// Starts it, or starts it again with the same data and port.
    public void start() throws IOException {
        var command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx192m",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                "ru.garnitura.backoffice.BackOffice", "--port", Integer.toString(port), "--data",
                folder.resolve("data").toString(), "--demo", "--exit-with-stdin");
        Process started = new ProcessBuilder(command).redirectError(folder.resolve("back-office.err").toFile()).start();
        BufferedReader out = started.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        if (line == null) {
            throw new IOException("the back office ended before it was ready");
        }
        port = JsonMapper.shared().readTree(line).path("port").asInt();
        process = started;
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /// kill -9.
    public void kill() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            if (!running.waitFor(KILLED_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the back office survived kill -9");
            }
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
