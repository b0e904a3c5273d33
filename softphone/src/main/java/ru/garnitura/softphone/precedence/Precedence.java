package ru.garnitura.softphone.precedence;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets the threads that a caller or a listener waits for run before those that draw and compile, so that a busy window
/// holds up neither an answer nor a packet (measured: `./bench setup`). Linux alone; elsewhere nothing changes. Any thread.
public final class Precedence {

    private static final Logger LOG = LoggerFactory.getLogger(Precedence.class);
    private static final Path THREADS = Path.of("/proc/self/task");
    /// A turn of a thread that works for microseconds at a time: a short one lets it in before whoever runs.
    private static final long SHORT_TURN = 200_000;
    private static final int YIELDING = 5;

    private Precedence() {
    }

    /// Gives the threads there are now their places, which those they start take over. Takes tens of milliseconds the first
    /// time: not on a lane.
    ///
    /// @param first    beginnings of the names of threads that go first
    /// @param yielding those of threads that yield
    public static void settle(List<String> first, List<String> yielding) {
        SystemScheduler.ofThisSystem().ifPresent(system -> settle(system, first, yielding));
    }

    private static void settle(SystemScheduler system, List<String> first, List<String> yielding) {
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
            for (Path thread : threads) {
                String name = nameOf(thread);
                long number = Long.parseLong(thread.getFileName().toString());
                if (first.stream().anyMatch(name::startsWith)) {
                    system.ask(number, 0, SHORT_TURN);
                } else if (yielding.stream().anyMatch(name::startsWith)) {
                    system.ask(number, YIELDING, 0);
                }
            }
        } catch (IOException unreadable) {
            LOG.info("Threads keep the places the system gave them: {}", unreadable.toString());
        }
    }

    /// Empty where the thread has ended meanwhile.
    private static String nameOf(Path thread) {
        try {
            return Files.readString(thread.resolve("comm"));
        } catch (IOException ended) {
            LOG.trace("A thread ended", ended);
            return "";
        }
    }
}
