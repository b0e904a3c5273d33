package ru.garnitura.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class ClosableLaneTest {

    private final List<String> done = new CopyOnWriteArrayList<>();

    @Test
    void whatIsUnderWayFinishesAndWhatComesLaterIsDropped() throws Exception {
        var lane = new ClosableLane("test", Executors.newVirtualThreadPerTaskExecutor(), Duration.ofSeconds(20));
        var begun = new CountDownLatch(1);
        var closing = new CountDownLatch(1);
        lane.execute(() -> {
            begun.countDown();
            awaitUninterrupted(closing);
            done.add("under way");
        });
        begun.await();
        Thread closer = Thread.ofVirtual().start(lane::close);
        while (!closer.getState().equals(Thread.State.TIMED_WAITING)) {
            Thread.onSpinWait();
        }
        assertThatCode(() -> lane.execute(() -> done.add("later"))).doesNotThrowAnyException();
        closing.countDown();
        closer.join();

        assertThat(done).containsExactly("under way");
    }

    @Test
    void closingGivesUpOnWorkThatDoesNotEnd() {
        var never = new CountDownLatch(1);
        var lane = new ClosableLane("test", Executors.newVirtualThreadPerTaskExecutor(), Duration.ofMillis(50));
        lane.execute(() -> awaitUninterrupted(never));

        lane.close();

        assertThat(never.getCount()).isEqualTo(1);
        never.countDown();
    }

    private void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            done.add("interrupted");
        }
    }
}
