package ru.garnitura.softphone.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ru.garnitura.softphone.audio.AudioEndpoints;
import ru.garnitura.softphone.audio.AudioSink;
import ru.garnitura.softphone.audio.AudioSource;
import ru.garnitura.softphone.call.CallEndCause;
import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.call.ScriptedMedia;
import ru.garnitura.softphone.call.SipAccount;
import ru.garnitura.softphone.call.SoftphoneEvent;
import ru.garnitura.softphone.call.SrtpPolicy;
import ru.garnitura.softphone.peers.MediaPhone;
import ru.garnitura.softphone.peers.PeerProcess;
import ru.garnitura.softphone.peers.Phone;
import ru.garnitura.softphone.peers.Sipp;

/// Scenarios no well-behaved phone would play.
class SippIT {

    @TempDir
    private Path folder;

    private void play(Phone phone, String scenario, String... more) throws Exception {
        try (PeerProcess sipp = Sipp.call(folder, scenario, phone.softphone().snapshot().listening(), more)) {
            Sipp.await(sipp, folder);
        }
    }

    private static Stream<CallEndCause> ends(Phone phone) {
        return phone.events().stream().filter(SoftphoneEvent.CallChanged.class::isInstance)
                .map(event -> ((SoftphoneEvent.CallChanged) event).call()).map(CallSnapshot::end)
                .filter(CallEndCause.class::isInstance);
    }

    @Test
    void aHundredWhoGiveUpAreMissed() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen()) {
            play(phone, "ring-and-cancel", "-m", "100", "-l", "1", "-r", "20");

            phone.await(() -> phone.calls().isEmpty());
            assertThat(ends(phone)).hasSize(100).containsOnly(new CallEndCause.Missed());
        }
    }

    @Test
    void cancelledBecauseAnsweredElsewhereIsNotMissed() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen()) {
            play(phone, "answered-elsewhere", "-m", "1");

            phone.await(() -> phone.calls().isEmpty());
            assertThat(ends(phone)).containsExactly(new CallEndCause.AnsweredElsewhere());
        }
    }

    @Test
    void whoeverDoesNotEncryptIsRefusedWhereThatIsDemanded() throws Exception {
        SipAccount.CallPolicy policy = new SipAccount.CallPolicy(-1, 0, 1, List.of("pcma"), SrtpPolicy.REQUIRED);
        try (MediaPhone phone = MediaPhone.start("alice", policy, io -> AudioEndpoints.of(AudioSource.silence(), AudioSink.silence()))) {
            play(phone.phone(), "plain-offer", "-m", "1");

            assertThat(phone.phone().calls()).isEmpty();
        }
    }
}
