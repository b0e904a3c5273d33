package ru.garnitura.softphone.audio.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ru.garnitura.softphone.audio.ToneShare;
import ru.garnitura.softphone.peers.PulseAudio;

/// Real devices of the sound system, in a child process because the library reads its server from the environment.
class WebrtcDevicesIT {

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<Process> children = new ArrayList<>();

    @AfterEach
    void end() {
        children.forEach(Process::destroyForcibly);
    }

    private Process call(Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Xmx128m", "-cp", System.getProperty("java.class.path"),
                DeviceCallChild.class.getName());
        builder.environment().putAll(environment);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        Process child = builder.start();
        children.add(child);
        Thread.ofVirtual().start(() -> child.inputReader().lines().forEach(lines::add));
        return child;
    }

    private String await(Predicate<String> wanted) throws InterruptedException {
        List<String> seen = new ArrayList<>();
        long deadline = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (System.nanoTime() < deadline) {
            String line = lines.poll(1, TimeUnit.SECONDS);
            if (line != null && wanted.test(line)) {
                return line;
            }
            seen.add(String.valueOf(line));
        }
        throw new AssertionError("did not come; seen: " + seen);
    }

    private static double bestShare(PulseAudio pulse, double hertz, double enough) throws IOException {
        double best = 0;
        for (int attempt = 0; attempt < 20 && best < enough; attempt++) {
            best = Math.max(best, ToneShare.of(pulse.hear(Duration.ofMillis(500)), PulseAudio.RATE, hertz));
        }
        return best;
    }

    private static boolean farHears440(String line) {
        return line.startsWith("far440 ") && Double.parseDouble(line.substring(7)) >= 0.99;
    }

    @Test
    void microphoneAndHeadsetCarryTheCallAndTheRingerRings() throws Exception {
        try (PulseAudio pulse = PulseAudio.start()) {
            pulse.speak(440);
            Process child = call(pulse.environment());
            await("devices complete: true"::equals);
            await(line -> line.startsWith("device OPENED"));
            await(WebrtcDevicesIT::farHears440);
            assertThat(bestShare(pulse, 1000, 0.99)).isGreaterThanOrEqualTo(0.99);
            assertThat(ToneShare.of(pulse.hear(Duration.ofMillis(500)), PulseAudio.RATE, 700)).as("no ring yet")
                    .isLessThan(0.01);
            send(child, 'r');
            assertThat(bestShare(pulse, 700, 0.2)).as("the ring").isGreaterThanOrEqualTo(0.2);
            send(child, 's');
            assertThat(bestShare(pulse, 1000, 0.99)).as("the call alone").isGreaterThanOrEqualTo(0.99);
        }
    }

    private static void send(Process child, char command) throws IOException {
        child.getOutputStream().write(command);
        child.getOutputStream().flush();
    }

    @Test
    void aSoundSystemThatCrashesIsReportedAndTheCallGoesOn() throws Exception {
        try (PulseAudio pulse = PulseAudio.start()) {
            pulse.speak(440);
            call(pulse.environment());
            await(WebrtcDevicesIT::farHears440);
            pulse.crash();
            await(line -> line.startsWith("device LOST"));
            await(line -> line.startsWith("device NONE_AVAILABLE"));
            lines.clear();
            await(line -> line.startsWith("far440 "));
        }
    }

    @Test
    void withoutASoundServerTheCallGoesOnWithANotice() throws Exception {
        call(Map.of("PULSE_SERVER", "unix:/nonexistent/native"));
        await("devices complete: false"::equals);
        await(line -> line.startsWith("device NONE_AVAILABLE"));
        await(line -> line.startsWith("far440 "));
    }
}
