package ru.garnitura.softphone.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import ru.garnitura.softphone.call.CallEndCause;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.ScriptedMedia;
import ru.garnitura.softphone.call.SipAccount;
import ru.garnitura.softphone.peers.ClockedPhone;
import ru.garnitura.softphone.peers.Phone;
import ru.garnitura.softphone.peers.RawPeer;

/// Messages that never arrive: what is lost is said again, and no call outlives its 32 s (FAULTS 15). The peer loses a
/// message by passing it over.
class LostMessagesIT {

    private static final Duration LONGEST_WAY = Duration.ofSeconds(32);
    private static final Duration AT_MOST = Duration.ofSeconds(36);

    private static RawPeer peerOf(Phone phone) throws IOException {
        return new RawPeer(phone.softphone().snapshot().listening());
    }

    private static String next(RawPeer peer, String method) throws IOException {
        return peer.await(message -> message.startsWith(method + " "), Phone.PATIENCE);
    }

    private static CallId talk(Phone phone, RawPeer peer) throws Exception {
        CallId call = phone.dial("sip:raw@127.0.0.1:" + peer.port());
        peer.respond(next(peer, "INVITE"), "200 OK", "one", RawPeer.offer());
        next(peer, "ACK");
        phone.awaitState(call, CallState.CONFIRMED);
        return call;
    }

    @Test
    void aLostInviteIsSentAgain() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen(); RawPeer peer = peerOf(phone)) {
            CallId call = phone.dial("sip:raw@127.0.0.1:" + peer.port());
            String lost = next(peer, "INVITE");

            String again = next(peer, "INVITE");

            assertThat(again).isEqualTo(lost);
            peer.respond(again, "200 OK", "one", RawPeer.offer());
            phone.awaitState(call, CallState.CONFIRMED);
        }
    }

    @Test
    void aLostAckIsSentAgainWithEachAnswer() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen(); RawPeer peer = peerOf(phone)) {
            CallId call = phone.dial("sip:raw@127.0.0.1:" + peer.port());
            String invite = next(peer, "INVITE");
            peer.respond(invite, "200 OK", "one", RawPeer.offer());
            next(peer, "ACK");

            peer.respond(invite, "200 OK", "one", RawPeer.offer());

            next(peer, "ACK");
            assertThat(phone.latest(call).state()).isEqualTo(CallState.CONFIRMED);
            assertThat(phone.calls()).hasSize(1);
        }
    }

    /// In the middle of a call too, when nobody waits for forks any more.
    @Test
    void aLostAckOfAHoldIsSentAgain() throws Exception {
        try (ClockedPhone phone = new ClockedPhone(); RawPeer peer = new RawPeer(phone.listen(SipAccount.CallPolicy.PLAIN))) {
            phone.dial("sip:raw@127.0.0.1:" + peer.port());
            peer.respond(next(peer, "INVITE"), "200 OK", "one", RawPeer.offer());
            next(peer, "ACK");
            CallId call = phone.awaitCall(CallState.CONFIRMED);
            phone.pass(LONGEST_WAY.plusSeconds(1));
            phone.softphone().hold(call);
            String hold = next(peer, "INVITE");
            peer.respond(hold, "200 OK", "one", RawPeer.offer());
            String ack = next(peer, "ACK");

            peer.respond(hold, "200 OK", "one", RawPeer.offer());

            assertThat(RawPeer.header(next(peer, "ACK"), "CSeq")).isEqualTo(RawPeer.header(ack, "CSeq"));
        }
    }

    @Test
    void aLostAnswerIsSentAgainUntilItsAck() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen(); RawPeer peer = peerOf(phone)) {
            peer.send("INVITE", "lost", RawPeer.offer());
            CallSnapshot ringing = phone.awaitRinging();
            phone.softphone().answer(ringing.id());
            String lost = peer.awaitFinal("INVITE", "lost");

            String again = peer.awaitFinal("INVITE", "lost");

            assertThat(again).isEqualTo(lost);
            peer.send("ACK", "lost", "tag=" + RawPeer.toTag(again) + "\n");
            assertThat(phone.latest(ringing.id()).state()).isEqualTo(CallState.CONFIRMED);
        }
    }

    @Test
    void aLostByeIsSentAgainWhileTheLineIsFreeAtOnce() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen(); RawPeer peer = peerOf(phone)) {
            CallId call = talk(phone, peer);
            phone.softphone().end(call);
            phone.awaitState(call, CallState.TERMINATED);
            assertThat(phone.calls()).isEmpty();

            String lost = next(peer, "BYE");
            String again = next(peer, "BYE");

            assertThat(again).isEqualTo(lost);
            peer.respond(again, "200 OK", "one", "");
            talk(phone, peer);
        }
    }

    @Test
    void theAnswerToAByeThatComesAgainIsGivenAgain() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen(); RawPeer peer = peerOf(phone)) {
            peer.send("INVITE", "twice", RawPeer.offer());
            CallSnapshot ringing = phone.awaitRinging();
            phone.softphone().answer(ringing.id());
            String tag = "tag=" + RawPeer.toTag(peer.awaitFinal("INVITE", "twice")) + "\n";
            peer.send("ACK", "twice", tag);
            peer.send("BYE", "twice", tag);
            assertThat(peer.awaitFinal("BYE", "twice")).startsWith("SIP/2.0 200");
            assertThat(phone.awaitEnd(ringing.id())).isEqualTo(new CallEndCause.EndedByPeer());

            peer.send("BYE", "twice", tag);

            assertThat(peer.awaitFinal("BYE", "twice")).startsWith("SIP/2.0 200");
        }
    }

    /// A hold nobody answers, and a CANCEL nobody answers: the operator's next verb is carried out all the same.
    @Test
    void whoeverSaysNothingHoldsUpNobody() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen(); RawPeer peer = peerOf(phone)) {
            CallId held = talk(phone, peer);
            phone.softphone().hold(held);
            next(peer, "INVITE");
            phone.softphone().end(held);
            assertThat(phone.awaitEnd(held)).isEqualTo(new CallEndCause.EndedHere());

            CallId ringing = phone.dial("sip:raw@127.0.0.1:" + peer.port());
            String invite = peer.await(message -> message.startsWith("INVITE") && !message.contains("a=sendonly"), Phone.PATIENCE);
            peer.respond(invite, "180 Ringing", "two", "");
            phone.awaitState(ringing, CallState.ALERTING);
            phone.softphone().end(ringing);
            next(peer, "CANCEL");
            assertThat(phone.awaitEnd(ringing)).isEqualTo(new CallEndCause.EndedHere());
            assertThat(phone.calls()).isEmpty();
        }
    }

    /// Three calls at once, so that the test takes the 32 s only once: our answer without its ACK, our INVITE and our
    /// re-INVITE without an answer.
    @Test
    @Tag("full")
    void nothingOutlivesThirtyTwoSeconds() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen(); RawPeer caller = peerOf(phone);
                RawPeer silent = peerOf(phone); RawPeer holding = peerOf(phone)) {
            CallId held = talk(phone, holding);
            phone.softphone().hold(held);
            next(holding, "INVITE");
            caller.send("INVITE", "unacknowledged", RawPeer.offer());
            CallSnapshot ringing = phone.awaitRinging();
            phone.softphone().answer(ringing.id());
            caller.awaitFinal("INVITE", "unacknowledged");
            long began = System.nanoTime();
            CallId unanswered = phone.dial("sip:raw@127.0.0.1:" + silent.port());
            next(silent, "INVITE");

            phone.await(() -> phone.calls().isEmpty(), AT_MOST);

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(LONGEST_WAY.minusSeconds(1), AT_MOST);
            assertThat(phone.awaitEnd(held)).isEqualTo(new CallEndCause.Unreachable());
            assertThat(phone.awaitEnd(ringing.id())).isEqualTo(new CallEndCause.Unreachable());
            assertThat(phone.awaitEnd(unanswered)).isEqualTo(new CallEndCause.Unreachable());
            assertThat(next(caller, "BYE")).contains("unacknowledged");
        }
    }
}
