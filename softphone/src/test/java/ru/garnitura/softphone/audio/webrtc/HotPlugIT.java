package ru.garnitura.softphone.audio.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.garnitura.softphone.peers.PulseAudio;
import ru.garnitura.softphone.peers.PulseRecording;

/// Headsets come and go while a call stands. Moments are counted in frames of what is heard, not by the clock.
class HotPlugIT {

    private static final int SECOND = PulseAudio.RATE;
    private static final int FRAMES_PER_SECOND = 100;
    private static final List<String> PREFERENCES = List.of("-Dmicrophones=Jabra Mic,Desk Mic",
            "-Dheadsets=Jabra Earpiece,Desk Earpiece");

    private final DeviceCalls calls = new DeviceCalls();
    private PulseAudio pulse;

    @BeforeEach
    void plugIn() throws Exception {
        pulse = PulseAudio.start();
    }

    @AfterEach
    void end() throws Exception {
        calls.close();
        pulse.close();
    }

    @Test
    void anEarpieceThatIsPulledOutGivesWayToTheNextPreferredAndBackAgain() throws Exception {
        String jabra = pulse.plugEarpiece("jabra", "Jabra Earpiece");
        pulse.plugEarpiece("desk", "Desk Earpiece");
        calls.begin(pulse.environment(), PREFERENCES);
        calls.await(line -> line.startsWith("device OPENED"));
        PulseRecording atJabra = pulse.record("jabra");
        atJabra.awaitTone(1000, 0);
        PulseRecording atDesk = pulse.record("desk");
        calls.awaitWindows(3);
        calls.forget();

        int pulled = atDesk.length();
        pulse.unplug(jabra);
        int gap = atDesk.awaitTone(1000, pulled);

        System.Logger log = System.getLogger("HotPlugIT");
        log.log(System.Logger.Level.INFO, () -> "earpiece pulled out: %.0f ms without sound".formatted(gap / 48.0));
        assertThat(gap).as("samples without sound").isLessThanOrEqualTo(SECOND);
        assertThat(calls.noticesWithin(10)).containsExactly("device REPLACED HEADSET Desk Earpiece");

        int plugged = atDesk.length();
        pulse.plugEarpiece("jabra", "Jabra Earpiece");
        PulseRecording again = pulse.record("jabra");
        int gone = atDesk.awaitEnd(1000, plugged);
        int late = again.awaitTone(1000, 0);

        log.log(System.Logger.Level.INFO, () -> "earpiece plugged in: %.0f ms until sound moved".formatted(gone / 48.0));
        assertThat(gone).as("samples until sound moved").isLessThanOrEqualTo(SECOND);
        assertThat(late).as("the preferred one plays as soon as it is listened to").isLessThanOrEqualTo(SECOND / 5);
        assertThat(calls.noticesWithin(10)).containsExactly("device REPLACED HEADSET Jabra Earpiece");
    }

    @Test
    void aMicrophoneThatIsPulledOutGivesWayToTheNextPreferred() throws Exception {
        String jabra = pulse.plugMicrophone("jabra", "Jabra Mic");
        pulse.plugMicrophone("desk", "Desk Mic");
        pulse.speak(440, "jabra");
        pulse.speak(550, "desk");
        calls.begin(pulse.environment(), PREFERENCES);
        calls.await(line -> hears(line, 2));
        calls.forget();

        long last = frame(calls.await(line -> hears(line, 2)));
        pulse.unplug(jabra);
        long first = frame(calls.await(line -> hears(line, 3)));

        System.getLogger("HotPlugIT").log(System.Logger.Level.INFO,
                () -> String.format(Locale.ROOT, "microphone pulled out: %d frames", first - last));
        assertThat(first - last).as("frames from the last whole 100 ms of one to the first of the other")
                .isLessThanOrEqualTo(FRAMES_PER_SECOND + 20);
        assertThat(calls.noticesWithin(10)).containsExactly("device REPLACED MICROPHONE Desk Mic");
    }

    @Test
    void theLastMicrophoneThatIsPulledOutLeavesTheCallAndSaysSo() throws Exception {
        calls.begin(pulse.environment(), List.of());
        calls.await(line -> line.startsWith("device OPENED"));
        pulse.unplug(pulse.microphone());
        assertThat(calls.await(line -> line.startsWith("device"))).isEqualTo("device NONE_AVAILABLE MICROPHONE ");
        calls.awaitWindows(3);
        pulse.plugMicrophone("late", "Late Mic");
        pulse.speak(440, "late");
        calls.await(line -> hears(line, 2));
    }

    private static boolean hears(String line, int column) {
        return line.startsWith("far ") && Double.parseDouble(line.split(" ", -1)[column]) >= 0.99;
    }

    private static long frame(String line) {
        return Long.parseLong(line.split(" ", -1)[1]);
    }
}
