package ru.garnitura.softphone.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.garnitura.softphone.audio.AudioSink;
import ru.garnitura.softphone.call.MediaPolicy;
import ru.garnitura.softphone.call.SrtpPolicy;

/// The lanes of a running call allocate nothing from frame to frame; what a second's report costs is shared by its
/// hundred frames.
class AllocationTest {

    private static final int PACKETS = 200;
    private static final int BYTES_PER_PACKET = 64;

    @ParameterizedTest
    @CsvSource({"pcma,OFF,garnitura-audio", "pcma,OFF,garnitura-rtp", "opus,REQUIRED,garnitura-audio",
        "g722,REQUIRED,garnitura-audio"})
    void aRunningCallAllocatesNothingPerFrame(String codec, SrtpPolicy srtp, String lane) {
        try (MediaPair call = new MediaPair(AudioSink.silence(), new MediaPolicy(List.of(codec), srtp))) {
            call.connect();
            waitForPackets(call, PACKETS);
            long before = allocatedBy(lane);
            waitForPackets(call, 2 * PACKETS);
            assertThat((allocatedBy(lane) - before) / (2 * PACKETS)).as("bytes a packet").isLessThan(BYTES_PER_PACKET);
        }
    }

    private static void waitForPackets(MediaPair call, long packets) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (call.bob.snapshot().packetsReceived() < packets && System.nanoTime() < deadline) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    private static long allocatedBy(String lane) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return Thread.getAllStackTraces().keySet().stream().filter(t -> t.getName().equals(lane))
                .mapToLong(t -> threads.getThreadAllocatedBytes(t.threadId())).sum();
    }
}
