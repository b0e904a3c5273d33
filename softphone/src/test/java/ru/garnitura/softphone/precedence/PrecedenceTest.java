package ru.garnitura.softphone.precedence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class PrecedenceTest {

    private static final int NICE = 19;

    @Test
    void whoeverDrawsYieldsAndWhoeverAnswersDoesNot() throws IOException, InterruptedException {
        CountDownLatch running = new CountDownLatch(2);
        CountDownLatch over = new CountDownLatch(1);
        Thread draws = waiting("p-test-draws", running, over);
        Thread answers = waiting("p-test-answers", running, over);
        running.await();

        Precedence.settle(List.of("p-test-answers"), List.of("p-test-draws"));

        assertThat(niceOf("p-test-draws")).isEqualTo(5);
        assertThat(niceOf("p-test-answers")).isZero();
        over.countDown();
        draws.join();
        answers.join();
    }

    /// Where the kernel knows slices of one's own, it tells them in `sched`.
    @Test
    void whoeverAnswersTakesShortTurns() throws IOException, InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        Thread answers = waiting("p-test-turns", running, over);
        running.await();
        Precedence.settle(List.of("p-test-turns"), List.of());

        List<String> slices = lines(threadOf("p-test-turns").resolve("sched")).stream().filter(line -> line.startsWith("se.slice")).toList();

        assertThat(slices).allMatch(line -> line.replaceAll(".*:\\s*", "").equals("200000"));
        over.countDown();
        answers.join();
    }

    private static Thread waiting(String name, CountDownLatch running, CountDownLatch over) {
        return Thread.ofPlatform().name(name).start(() -> {
            running.countDown();
            awaitQuietly(over);
        });
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static int niceOf(String name) throws IOException {
        String stat = Files.readString(threadOf(name).resolve("stat"));
        return Integer.parseInt(stat.substring(stat.lastIndexOf(')')).split(" ", -1)[NICE - 2]);
    }

    private static Path threadOf(String name) throws IOException {
        try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
            for (Path thread : threads.toList()) {
                if (Files.readString(thread.resolve("comm")).strip().equals(name)) {
                    return thread;
                }
            }
        }
        throw new AssertionError("no thread " + name);
    }

    /// None where the kernel does not tell.
    private static List<String> lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
