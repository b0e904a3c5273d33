package ru.garnitura.softphone.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.garnitura.softphone.audio.AudioSink;
import ru.garnitura.softphone.call.MediaPolicy;
import ru.garnitura.softphone.call.SrtpPolicy;

/// The lanes of a running call allocate nothing from frame to frame; what a second's report costs is shared by its
/// hundred frames.
class AllocationTest {

    private static final int PACKETS = 200;
    private static final int ENGINES = 2;
    private static final double BYTES_PER_PACKET = 24;

    @ParameterizedTest
    @CsvSource({"pcma,OFF,garnitura-audio", "pcma,OFF,garnitura-rtp", "opus,REQUIRED,garnitura-audio",
        "g722,REQUIRED,garnitura-audio"})
    void aRunningCallAllocatesNothingPerFrame(String codec, SrtpPolicy srtp, String lane) {
        Set<Thread> strangers = lanes(lane);
        try (MediaPair call = new MediaPair(AudioSink.silence(), new MediaPolicy(List.of(codec), srtp))) {
            call.connect();
            waitForPackets(call, PACKETS);
            Set<Thread> lanes = lanes(lane);
            lanes.removeAll(strangers);
            assertThat(lanes).as("lanes of the call").hasSize(ENGINES);
            long before = allocatedBy(lanes);
            waitForPackets(call, 2 * PACKETS);
            double each = (double) (allocatedBy(lanes) - before) / (ENGINES * PACKETS);
            assertThat(each).as("bytes a packet").isBetween(0.0, BYTES_PER_PACKET);
        }
    }

    private static void waitForPackets(MediaPair call, long packets) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (call.bob.snapshot().packetsReceived() < packets) {
            assertThat(System.nanoTime()).as("%d packets came in 30 s", packets).isLessThan(deadline);
            LockSupport.parkNanos(10_000_000);
        }
    }

    private static Set<Thread> lanes(String name) {
        return Thread.getAllStackTraces().keySet().stream().filter(t -> t.getName().equals(name))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static long allocatedBy(Set<Thread> lanes) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return lanes.stream().mapToLong(t -> {
            long allocated = threads.getThreadAllocatedBytes(t.threadId());
            assertThat(allocated).as(t.getName() + " lives").isNotNegative();
            return allocated;
        }).sum();
    }
}
