package ru.garnitura.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.garnitura.desktop.endtoend.Await.until;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderedExecutorTest {

    @Test
    void tasksRunOneAfterAnotherInTheOrderTheyCame() {
        List<Integer> done = new CopyOnWriteArrayList<>();
        try (var io = Executors.newVirtualThreadPerTaskExecutor()) {
            OrderedExecutor ordered = new OrderedExecutor(io);
            IntStream.range(0, 500).forEach(number -> ordered.execute(() -> done.add(number)));
            until("all are done", () -> done.size() == 500);
        }
        assertThat(done).isSorted();
    }

    @Test
    void aFailingTaskDoesNotStopTheNext() {
        List<String> done = new CopyOnWriteArrayList<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, bug) -> done.add(String.valueOf(bug.getMessage())));
        try (var io = Executors.newVirtualThreadPerTaskExecutor()) {
            OrderedExecutor ordered = new OrderedExecutor(io);
            ordered.execute(() -> {
                throw new IllegalStateException("planted");
            });
            ordered.execute(() -> done.add("next"));
            until("the next is done", () -> done.contains("next"));
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertThat(done).containsExactly("planted", "next");
    }
}
