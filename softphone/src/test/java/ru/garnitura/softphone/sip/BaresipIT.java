package ru.garnitura.softphone.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ru.garnitura.softphone.call.CallEndCause;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.ScriptedMedia;
import ru.garnitura.softphone.peers.Baresip;
import ru.garnitura.softphone.peers.Phone;

/// Signaling against another softphone.
class BaresipIT {

    @TempDir
    private Path folder;

    @Test
    void baresipCallsHoldsAndHangsUp() throws Exception {
        try (Phone alice = new Phone("alice", new ScriptedMedia()).listen();
                Baresip baresip = Baresip.start(folder, Baresip.Setup.of("bob", ""))) {
            baresip.dial(alice.uri());
            CallId incoming = alice.awaitRinging().id();
            alice.softphone().answer(incoming);
            alice.awaitState(incoming, CallState.CONFIRMED);

            baresip.hold();
            alice.await(() -> alice.latest(incoming).heldByPeer());
            baresip.resume();
            alice.await(() -> !alice.latest(incoming).heldByPeer());
            alice.softphone().hold(incoming);
            alice.awaitState(incoming, CallState.HELD);
            alice.softphone().resume(incoming);
            alice.awaitState(incoming, CallState.CONFIRMED);
            baresip.hangup();

            assertThat(alice.awaitEnd(incoming)).isEqualTo(new CallEndCause.EndedByPeer());
        }
    }

    @Test
    void baresipAnswersAndHearsOurBye() throws Exception {
        try (Phone alice = new Phone("alice", new ScriptedMedia()).listen();
                Baresip baresip = Baresip.start(folder, Baresip.Setup.of("bob", ""))) {
            CallId outgoing = alice.dial("sip:bob@127.0.0.1:" + baresip.port());
            alice.awaitState(outgoing, CallState.CONFIRMED);

            alice.softphone().end(outgoing);

            baresip.process().awaitLine(line -> line.contains("session closed") || line.contains("terminated"),
                    Phone.PATIENCE);
        }
    }
}
