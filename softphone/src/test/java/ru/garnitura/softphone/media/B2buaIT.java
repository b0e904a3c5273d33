package ru.garnitura.softphone.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ru.garnitura.softphone.audio.AudioEndpoints;
import ru.garnitura.softphone.audio.Ear;
import ru.garnitura.softphone.audio.ToneSource;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.SipAccount;
import ru.garnitura.softphone.call.SrtpPolicy;
import ru.garnitura.softphone.peers.MediaPhone;
import ru.garnitura.softphone.peers.Phone;
import ru.garnitura.softphone.peers.Sipp;

/// A back-to-back user agent joins two phones (RFC 3725, flow I): it calls the one without an offer, and gives what he
/// offers to the other. Two dialogs, one stream of sound.
class B2buaIT {

    @TempDir
    private Path folder;

    private static MediaPhone answering(String user, double tone, Ear ear) throws InterruptedException {
        return MediaPhone.start(user, new SipAccount.CallPolicy(0, 0, 1, List.of("pcma"), SrtpPolicy.OFF),
                io -> AudioEndpoints.of(new ToneSource(tone), ear));
    }

    @Test
    void bothHearEachOther() throws Exception {
        Ear first = new Ear();
        Ear second = new Ear();
        try (MediaPhone alice = answering("alice", 600, first); MediaPhone bob = answering("bob", 1_000, second)) {
            try (Sipp.Joining joint = Sipp.join(folder, alice.phone().softphone().snapshot().listening(),
                    bob.phone().softphone().snapshot().listening())) {
                CallId aliceTalks = talking(alice.phone());
                CallId bobTalks = talking(bob.phone());
                assertThat(first.waitForTone(1_000, 0.95)).isGreaterThan(0.95);
                assertThat(second.waitForTone(600, 0.95)).isGreaterThan(0.95);
                alice.phone().softphone().end(aliceTalks);
                bob.phone().softphone().end(bobTalks);
                joint.awaitEnd();
            }
        }
    }

    private static CallId talking(Phone phone) throws InterruptedException {
        phone.await(() -> phone.calls().stream().anyMatch(call -> call.state() == CallState.CONFIRMED));
        return phone.calls().getFirst().id();
    }
}
