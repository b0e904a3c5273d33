package ru.garnitura.softphone.audio.webrtc;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import ru.garnitura.softphone.peers.PeerProcess;

/// Calls of [DeviceCallChild], each in a process of its own because the library reads its server from the environment,
/// and what they print.
final class DeviceCalls implements AutoCloseable {

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> notices = new LinkedBlockingQueue<>();
    private final List<Process> children = new ArrayList<>();

    Process begin(Map<String, String> environment, List<String> properties) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Xmx128m"));
        command.addAll(properties);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), DeviceCallChild.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        Process child = builder.start();
        children.add(child);
        Thread.ofVirtual().start(() -> PeerProcess.follow(child, this::printed));
        return child;
    }

    private void printed(String line) {
        if (line.startsWith("device ")) {
            notices.add(line);
        }
        lines.add(line);
    }

    /// The next line of this kind.
    String await(Predicate<String> wanted) throws InterruptedException {
        List<String> seen = new ArrayList<>();
        long deadline = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (System.nanoTime() < deadline) {
            String line = lines.poll(1, TimeUnit.SECONDS);
            if (line != null && wanted.test(line)) {
                return line;
            }
            seen.add(String.valueOf(line));
        }
        throw new AssertionError("did not come; seen: " + seen);
    }

    /// Waits for so many measurements of 100 ms.
    void awaitWindows(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            await(line -> line.startsWith("far "));
        }
    }

    /// Notices since the last [#forget], once so many measurements more have come.
    List<String> noticesWithin(int windows) throws InterruptedException {
        lines.clear();
        awaitWindows(windows);
        List<String> told = new ArrayList<>();
        notices.drainTo(told);
        return told;
    }

    /// What was printed until now does not count.
    void forget() {
        lines.clear();
        notices.clear();
    }

    @Override
    public void close() {
        children.forEach(Process::destroyForcibly);
    }
}
