package ru.garnitura.softphone.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// A program we did not write, running beside the test. What it says is kept.
public final class PeerProcess implements AutoCloseable {

    private static final Duration MANNERS = Duration.ofSeconds(2);

    private final Process process;
    private final List<String> output = new ArrayList<>();
    private final Thread reaper;

    private PeerProcess(Process process) {
        this.process = process;
        this.reaper = new Thread(this::kill);
        Runtime.getRuntime().addShutdownHook(reaper);
        Thread.ofPlatform().daemon().start(this::listen);
    }

    /// Starts a command in a folder, its standard input closed.
    public static PeerProcess start(Path folder, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        return new PeerProcess(builder.start());
    }

    private void listen() {
        follow(process, line -> {
            synchronized (output) {
                output.add(line);
                output.notifyAll();
            }
        });
    }

    /// Hands on what a process says, line by line, until it ends or is ended. Waits meanwhile.
    public static void follow(Process process, Consumer<String> said) {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(said);
        } catch (IOException | UncheckedIOException e) {
            // Its pipe is torn under the reader where somebody ends it.
            said.accept("(output ended: " + e.getMessage() + ")");
        }
    }

    /// Everything said up to now.
    public List<String> output() {
        synchronized (output) {
            return List.copyOf(output);
        }
    }

    /// Waits until a line like this was said.
    public void awaitLine(Predicate<String> wanted, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (output) {
            while (output.stream().noneMatch(wanted)) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError("Never said what was waited for; it said:\n" + String.join("\n", output));
                }
                output.wait(left);
            }
        }
    }

    public boolean alive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /// Waits for the end and returns the exit code.
    public int awaitEnd(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("Still running; it said:\n" + String.join("\n", output()));
        }
        return process.exitValue();
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /// Asks it to end, and insists.
    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, MANNERS.toMillis(), TimeUnit.MILLISECONDS).join();
        if (process.isAlive()) {
            kill();
            process.onExit().join();
        }
        Runtime.getRuntime().removeShutdownHook(reaper);
    }
}
