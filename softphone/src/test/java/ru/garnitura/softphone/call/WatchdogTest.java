package ru.garnitura.softphone.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

class WatchdogTest {

    private final List<Throwable> reported = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Watchdog watchdog = new Watchdog();

    private Thread thread(Runnable task) {
        Thread thread = Thread.ofPlatform().daemon().unstarted(task);
        thread.setUncaughtExceptionHandler((ignored, bug) -> reported.add(bug));
        return thread;
    }

    private static int endless(int depth) {
        return depth == Integer.MAX_VALUE ? depth : 1 + endless(depth + 1);
    }

    private void stumble() {
        threads.add(Thread.currentThread());
        endless(0);
    }

    @Test
    void aBugEndsItsTaskAndNeitherTheLaneNorItsThread() throws Exception {
        try (ExecutorService under = Executors.newSingleThreadExecutor(this::thread)) {
            Executor lane = watchdog.guarding(under);
            lane.execute(this::stumble);
            lane.execute(this::stumble);
            lane.execute(() -> {
                throw new IllegalStateException("another");
            });
            lane.execute(() -> threads.add(Thread.currentThread()));
            under.shutdown();
            assertThat(under.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(threads).hasSize(3);
        assertThat(threads).containsOnly(threads.getFirst());
        assertThat(watchdog.count()).isEqualTo(3);
        assertThat(reported).hasExactlyElementsOfTypes(StackOverflowError.class, IllegalStateException.class);
    }
}
