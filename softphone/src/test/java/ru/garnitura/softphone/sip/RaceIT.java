package ru.garnitura.softphone.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import ru.garnitura.softphone.call.CallEndCause;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.ScriptedMedia;
import ru.garnitura.softphone.call.SoftphoneEvent;
import ru.garnitura.softphone.peers.Phone;
import ru.garnitura.softphone.peers.RawPeer;

/// Messages that cross, repeat or belong nowhere.
class RaceIT {

    /// It is noted, and it is read.
    private static final int TASKS_OF_A_RESPONSE = 2;

    /// CANCEL crosses our 200: whichever wins, both sides agree in the end and no call is left (FAULTS 14).
    @Test
    void cancelAgainstAnswerLeavesNoGhost() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen();
                RawPeer peer = new RawPeer(phone.softphone().snapshot().listening())) {
            phone.softphone().subscribe(event -> {
                if (event instanceof SoftphoneEvent.IncomingCall(CallSnapshot call)) {
                    phone.softphone().answer(call.id());
                }
            });
            for (int i = 0; i < 50; i++) {
                String call = "race" + i;
                peer.send("INVITE", call, RawPeer.offer());
                peer.await(message -> message.startsWith("SIP/2.0 1") && message.contains(call), Phone.PATIENCE);
                peer.send("CANCEL", call, "");
                String last = peer.awaitFinal("INVITE", call);
                peer.send("ACK", call, "tag=" + RawPeer.toTag(last) + "\n");
                if (last.startsWith("SIP/2.0 200")) {
                    peer.send("BYE", call, "tag=" + RawPeer.toTag(last) + "\n");
                    assertThat(peer.awaitFinal("BYE", call)).startsWith("SIP/2.0 200");
                } else {
                    assertThat(last).startsWith("SIP/2.0 487");
                }
                phone.await(() -> phone.calls().isEmpty());
            }
        }
    }

    /// A 200 that was sent again before we came to read the first is the same answer, and no other fork's (RFC 3261, section 13.2.2.4).
    @Test
    void anAnswerThatCameTwiceIsOneAnswer() throws Exception {
        var waiting = new LinkedBlockingQueue<Runnable>();
        var lane = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, waiting);
        var busy = new CountDownLatch(1);
        try (Phone phone = new Phone("alice", new ScriptedMedia(), lane).listen();
                RawPeer peer = new RawPeer(phone.softphone().snapshot().listening())) {
            CallId call = phone.dial("sip:raw@127.0.0.1:" + peer.port());
            String invite = peer.await(message -> message.startsWith("INVITE"), Phone.PATIENCE);
            lane.execute(() -> awaitOpen(busy));
            peer.respond(invite, "200 OK", "one", RawPeer.offer());
            peer.respond(invite, "200 OK", "one", RawPeer.offer());
            phone.await(() -> waiting.size() >= 2 * TASKS_OF_A_RESPONSE);
            busy.countDown();

            peer.await(message -> message.startsWith("ACK"), Phone.PATIENCE);
            peer.await(message -> message.startsWith("ACK"), Phone.PATIENCE);
            peer.send("OPTIONS", "after", "");
            peer.awaitFinal("OPTIONS", "after");
            assertThat(phone.calls()).singleElement().satisfies(now -> {
                assertThat(now.id()).isEqualTo(call);
                assertThat(now.state()).isEqualTo(CallState.CONFIRMED);
            });
            phone.softphone().end(call);
            assertThat(peer.await(message -> message.startsWith("BYE"), Phone.PATIENCE)).contains("CSeq: 2 BYE");
        }
    }

    private static void awaitOpen(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void answerIsRepeatedUntilItsAckAndInviteAgainMakesNoSecondCall() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen();
                RawPeer peer = new RawPeer(phone.softphone().snapshot().listening())) {
            peer.send("INVITE", "again", RawPeer.offer());
            CallSnapshot ringing = phone.awaitRinging();
            phone.softphone().answer(ringing.id());
            String first = peer.awaitFinal("INVITE", "again");
            String second = peer.awaitFinal("INVITE", "again");
            assertThat(second).isEqualTo(first);

            peer.send("ACK", "again", "tag=" + RawPeer.toTag(first) + "\n");
            assertThat(phone.calls()).hasSize(1);
            peer.send("BYE", "again", "tag=" + RawPeer.toTag(first) + "\n");
            phone.awaitState(ringing.id(), CallState.TERMINATED);
        }
    }

    /// Two forks answer: one dialog is kept, the other acknowledged and ended (FAULTS 12).
    @Test
    void secondForkIsAcknowledgedAndEnded() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen();
                RawPeer peer = new RawPeer(phone.softphone().snapshot().listening())) {
            CallId outgoing = phone.dial("sip:raw@127.0.0.1:" + peer.port());
            String invite = peer.await(message -> message.startsWith("INVITE"), Phone.PATIENCE);
            peer.respond(invite, "180 Ringing", "one", "");
            peer.respond(invite, "180 Ringing", "two", "");
            peer.respond(invite, "200 OK", "one", RawPeer.offer());
            peer.await(message -> message.startsWith("ACK") && message.contains("tag=one"), Phone.PATIENCE);

            peer.respond(invite, "200 OK", "two", RawPeer.offer());

            peer.await(message -> message.startsWith("ACK") && message.contains("tag=two"), Phone.PATIENCE);
            String bye = peer.await(message -> message.startsWith("BYE"), Phone.PATIENCE);
            assertThat(bye).contains("tag=two");
            peer.respond(bye, "200 OK", "two", "");
            assertThat(phone.latest(outgoing).state()).isEqualTo(CallState.CONFIRMED);

            peer.respond(invite, "200 OK", "one", RawPeer.offer());
            peer.await(message -> message.startsWith("ACK") && message.contains("tag=one"), Phone.PATIENCE);
        }
    }

    /// We gave up, and the answer was under way already: it is acknowledged and ended.
    @Test
    void answerThatCrossesOurCancelIsEnded() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen();
                RawPeer peer = new RawPeer(phone.softphone().snapshot().listening())) {
            CallId outgoing = phone.dial("sip:raw@127.0.0.1:" + peer.port());
            String invite = peer.await(message -> message.startsWith("INVITE"), Phone.PATIENCE);
            peer.respond(invite, "180 Ringing", "one", "");
            phone.awaitState(outgoing, CallState.ALERTING);
            phone.softphone().end(outgoing);
            String cancel = peer.await(message -> message.startsWith("CANCEL"), Phone.PATIENCE);
            peer.respond(invite, "200 OK", "one", RawPeer.offer());
            peer.respond(cancel, "481 Too late", "one", "");

            peer.await(message -> message.startsWith("ACK"), Phone.PATIENCE);
            peer.await(message -> message.startsWith("BYE"), Phone.PATIENCE);
            assertThat(phone.awaitEnd(outgoing)).isEqualTo(new CallEndCause.EndedHere());
        }
    }

    @Test
    void byeOfAnotherDialogEndsNothing() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen();
                RawPeer peer = new RawPeer(phone.softphone().snapshot().listening())) {
            peer.send("INVITE", "mine", RawPeer.offer());
            CallSnapshot ringing = phone.awaitRinging();
            phone.softphone().answer(ringing.id());
            String ok = peer.awaitFinal("INVITE", "mine");
            peer.send("ACK", "mine", "tag=" + RawPeer.toTag(ok) + "\n");

            peer.send("BYE", "mine", "tag=forged\n");

            assertThat(peer.awaitFinal("BYE", "mine")).startsWith("SIP/2.0 481");
            assertThat(phone.calls()).hasSize(1);
        }
    }

    @Test
    void optionsTellWhatWeCanDo() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen();
                RawPeer peer = new RawPeer(phone.softphone().snapshot().listening())) {
            peer.send("OPTIONS", "ask", "");

            assertThat(peer.awaitFinal("OPTIONS", "ask")).startsWith("SIP/2.0 200")
                    .contains("INVITE", "application/sdp");
        }
    }

    @Test
    void unknownMethodsExtensionsAndBodiesAreRefusedWithWhatWeKnow() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen();
                RawPeer peer = new RawPeer(phone.softphone().snapshot().listening())) {
            peer.send("SUBSCRIBE", "s", "Event: presence");
            assertThat(peer.awaitFinal("SUBSCRIBE", "s")).startsWith("SIP/2.0 405").contains("Allow: ");

            peer.send("OPTIONS", "r", "Require: nothingSupportsThis");
            assertThat(peer.awaitFinal("OPTIONS", "r")).startsWith("SIP/2.0 420")
                    .contains("Unsupported: nothingSupportsThis");

            peer.send("INVITE", "b", "Content-Type: application/x-odd\n\nodd");
            assertThat(peer.awaitFinal("INVITE", "b")).startsWith("SIP/2.0 415").contains("Accept: application/sdp");
        }
    }
}
