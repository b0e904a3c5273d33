package ru.garnitura.softphone.audio.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ru.garnitura.softphone.audio.ToneShare;
import ru.garnitura.softphone.peers.PulseAudio;

/// Real devices of the sound system, in a child process because the library reads its server from the environment.
class WebrtcDevicesIT {

    private final DeviceCalls calls = new DeviceCalls();

    @AfterEach
    void end() {
        calls.close();
    }

    private static double bestShare(PulseAudio pulse, double hertz, double enough) throws IOException {
        double best = 0;
        for (int attempt = 0; attempt < 20 && best < enough; attempt++) {
            best = Math.max(best, ToneShare.of(pulse.hear(Duration.ofMillis(500)), PulseAudio.RATE, hertz));
        }
        return best;
    }

    private static boolean farHears440(String line) {
        return line.startsWith("far ") && Double.parseDouble(line.split(" ", -1)[2]) >= 0.99;
    }

    @Test
    void microphoneAndHeadsetCarryTheCallAndTheRingerRings() throws Exception {
        try (PulseAudio pulse = PulseAudio.start()) {
            pulse.speak(440);
            Process child = calls.begin(pulse.environment(), List.of());
            calls.await("devices complete: true"::equals);
            calls.await(line -> line.startsWith("device OPENED"));
            calls.await(WebrtcDevicesIT::farHears440);
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
            calls.begin(pulse.environment(), List.of());
            calls.await(WebrtcDevicesIT::farHears440);
            pulse.crash();
            calls.await(line -> line.startsWith("device NONE_AVAILABLE BOTH"));
            calls.forget();
            calls.await(line -> line.startsWith("far "));
        }
    }

    @Test
    void withoutASoundServerTheCallGoesOnWithANotice() throws Exception {
        calls.begin(Map.of("PULSE_SERVER", "unix:/nonexistent/native"), List.of());
        calls.await("devices complete: false"::equals);
        calls.await(line -> line.startsWith("device NONE_AVAILABLE"));
        calls.await(line -> line.startsWith("far "));
    }
}
