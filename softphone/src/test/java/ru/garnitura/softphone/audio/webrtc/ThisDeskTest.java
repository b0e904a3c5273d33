package ru.garnitura.softphone.audio.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import ru.garnitura.softphone.audio.DeviceList;
import ru.garnitura.softphone.audio.device.DeviceCatalog;

class ThisDeskTest {

    private final CountDownLatch searching = new CountDownLatch(1);
    private final CountDownLatch answering = new CountDownLatch(1);
    private volatile Thread searcher = Thread.currentThread();
    private final AtomicBoolean begun = new AtomicBoolean();

    private ThisDesk.Found search() {
        searcher = Thread.currentThread();
        searching.countDown();
        try {
            answering.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return new ThisDesk.Found(new DeviceCatalog() {

            @Override
            public void begin(Consumer<DeviceList> changes) {
                begun.set(true);
            }

            @Override
            public void close() {
                // nothing is open
            }
        }, new WebrtcLibrary());
    }

    @Test
    void whoClosesWaitsForNoSearchAndNothingBeginsAfterwards() throws Exception {
        var desk = new ThisDesk(this::search);
        desk.begin(list -> { });
        assertThat(searching.await(5, TimeUnit.SECONDS)).isTrue();
        Thread closing = Thread.ofPlatform().start(desk::close);
        boolean closed = closing.join(Duration.ofSeconds(2));
        answering.countDown();
        assertThat(closed).as("closed in the middle of the search").isTrue();
        assertThat(searcher.join(Duration.ofSeconds(5))).isTrue();
        assertThat(begun).isFalse();
    }
}
