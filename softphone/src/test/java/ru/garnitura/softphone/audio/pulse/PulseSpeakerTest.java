package ru.garnitura.softphone.audio.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PulseSpeakerTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final AtomicInteger opened = new AtomicInteger();
    private final BlockingQueue<String> deeds = new LinkedBlockingQueue<>();
    private final SynchronousQueue<Boolean> room = new SynchronousQueue<>();
    private final PulseSpeaker speaker = new PulseSpeaker("Desk", () -> new FakeStream(opened.incrementAndGet()),
            frame -> deeds.add("fed"));

    private final class FakeStream implements PulseSpeaker.Stream {
        private final int number;

        FakeStream(int number) {
            this.number = number;
        }

        @Override
        public boolean write(short[] frame) {
            deeds.add("write " + number);
            try {
                return Boolean.TRUE.equals(room.poll(LONG.toMillis(), TimeUnit.MILLISECONDS));
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        @Override
        public void close() {
            deeds.add("close " + number);
        }
    }

    @AfterEach
    void close() {
        speaker.close();
    }

    private String next() throws InterruptedException {
        String deed = deeds.poll(LONG.toMillis(), TimeUnit.MILLISECONDS);
        return deed == null ? "nothing" : deed;
    }

    private void room(boolean is) throws InterruptedException {
        assertThat(room.offer(is, LONG.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
    }

    @Test
    void theFeedHasOneReaderThoughItIsStartedAtOnceAgain() throws InterruptedException {
        speaker.start();
        assertThat(next()).isEqualTo("fed");
        assertThat(next()).isEqualTo("write 1");
        speaker.stop();
        speaker.start();
        assertThat(deeds.poll(100, TimeUnit.MILLISECONDS)).as("the first still reads").isNull();
        room(true);
        assertThat(next()).isEqualTo("close 1");
        assertThat(next()).isEqualTo("fed");
        assertThat(next()).isEqualTo("write 2");
        room(false);
        assertThat(next()).isEqualTo("close 2");
    }

    @Test
    void aStreamThatEndedByItselfIsStartedAgain() throws InterruptedException {
        speaker.start();
        assertThat(next()).isEqualTo("fed");
        assertThat(next()).isEqualTo("write 1");
        room(false);
        assertThat(next()).isEqualTo("close 1");
        long deadline = System.nanoTime() + LONG.toNanos();
        while (opened.get() == 1 && System.nanoTime() < deadline) {
            speaker.start();
        }
        assertThat(next()).isEqualTo("fed");
        assertThat(next()).isEqualTo("write 2");
        room(false);
    }
}
