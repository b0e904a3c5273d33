package ru.garnitura.softphone.media.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.crypto.spec.SecretKeySpec;
import jdk.jfr.consumer.RecordingStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ru.garnitura.softphone.audio.AudioFrame;
import ru.garnitura.softphone.call.Recording;

class CallRecorderTest {

    private static final int SECONDS = 3;

    /// The runtime itself says when a file is put on the disk.
    @Test
    void whatIsRecordedIsPutOnTheDiskWhileTheCallGoesOn(@TempDir Path folder) throws InterruptedException {
        Path file = folder.resolve("call.rec");
        AtomicInteger forced = new AtomicInteger();
        CountDownLatch ended = new CountDownLatch(1);
        try (RecordingStream events = new RecordingStream()) {
            events.enable("jdk.FileForce").withThreshold(Duration.ZERO);
            events.setOrdered(false);
            events.onEvent("jdk.FileForce", event -> {
                if (file.toString().equals(event.getString("path"))) {
                    forced.incrementAndGet();
                }
            });
            events.startAsync();
            CallRecorder recorder = new CallRecorder(new Recording(file, new SecretKeySpec(new byte[32], "AES"),
                    whole -> ended.countDown()), loop -> Thread.ofPlatform().daemon().start(loop));
            for (int second = 0; second < SECONDS; second++) {
                speak(recorder);
                int before = second;
                await(() -> forced.get() > before);
            }
            recorder.close();
            assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    /// A disk that stands still for longer than the ring holds: what would be missing in the middle is not passed over.
    @Test
    @Timeout(20)
    void aDiskThatFallsTooFarBehindEndsTheRecordingAndSaysSo(@TempDir Path folder) {
        List<Runnable> loops = new ArrayList<>();
        List<Boolean> ended = new ArrayList<>();
        CallRecorder recorder = new CallRecorder(new Recording(folder.resolve("call.rec"), new SecretKeySpec(new byte[32], "AES"),
                ended::add), loops::add);
        for (int second = 0; second < 17; second++) {
            speak(recorder);
        }
        recorder.close();
        loops.getFirst().run();
        assertThat(ended).containsExactly(false);
    }

    private static void speak(CallRecorder recorder) {
        for (int i = 0; i < 100; i++) {
            recorder.received(AudioFrame.silence());
            recorder.sent(AudioFrame.silence());
        }
    }

    private static void await(BooleanSupplier reached) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("forced to the disk").isLessThan(deadline);
            LockSupport.parkNanos(10_000_000);
        }
    }
}
