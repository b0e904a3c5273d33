package ru.garnitura.desktop.link;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The reference back office with its demo data in a process of its own, which can be killed and started again at the
/// same address.
public final class BackOfficeProcess implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("\"port\":(\\d+)");

    private final Path folder;
    private @Nullable Process process;
    private int port;

    public BackOfficeProcess(Path folder) throws IOException {
        this.folder = folder;
        start();
    }

    public void start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                "ru.garnitura.backoffice.BackOffice", "--demo", "--port", Integer.toString(port),
                "--sip-domain", "127.0.0.1:5060", "--data", folder.toString(), "--exit-with-stdin"));
        Process started = new ProcessBuilder(command)
                .redirectError(folder.resolveSibling("back-office.log").toFile())
                .start();
        process = started;
        var lines = new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
        String line = Objects.requireNonNull(lines.readLine(), "the back office ended before it was ready");
        Matcher found = PORT.matcher(line);
        if (!found.find()) {
            throw new IOException("not a ready line: " + line);
        }
        port = Integer.parseInt(found.group(1));
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// As by `kill -9`.
    public void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().onExit().join();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
