package ru.garnitura.sessions.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SerialExecutorTest {

    @Test
    void tasksRunOneAfterAnotherInOrder() throws InterruptedException {
        List<Integer> ran = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch done = new CountDownLatch(1_000);
        try (var io = Executors.newVirtualThreadPerTaskExecutor()) {
            SerialExecutor serial = new SerialExecutor(io);
            IntStream.range(0, 1_000).forEach(number -> serial.execute(() -> {
                ran.add(number);
                done.countDown();
            }));
            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(ran).isEqualTo(IntStream.range(0, 1_000).boxed().toList());
    }

    @Test
    void aFailedTaskDoesNotStopThoseBehindIt() {
        List<String> ran = new ArrayList<>();
        List<Runnable> lane = new ArrayList<>();
        SerialExecutor serial = new SerialExecutor(lane::add);
        serial.execute(() -> {
            throw new IllegalStateException("planted");
        });
        serial.execute(() -> ran.add("second"));
        assertThatThrownBy(lane.removeFirst()::run).hasMessage("planted");
        lane.removeFirst().run();
        assertThat(ran).containsExactly("second");
    }
}
