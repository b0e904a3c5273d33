package ru.garnitura.softphone.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ru.garnitura.softphone.call.CallEndCause;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.ScriptedMedia;
import ru.garnitura.softphone.call.SoftphoneEvent;
import ru.garnitura.softphone.peers.Baresip;
import ru.garnitura.softphone.peers.Kamailio;
import ru.garnitura.softphone.peers.Phone;
import ru.garnitura.softphone.peers.RawPeer;

/// REFER on the wire: blind, attended, refused; through kamailio and with baresip.
class TransferIT {

    @TempDir
    private Path folder;

    @Test
    void blindTransferThroughTheProxy() throws Exception {
        try (Kamailio kamailio = Kamailio.start(folder, "MD5");
                Phone alice = new Phone("alice", new ScriptedMedia());
                Phone bob = new Phone("bob", new ScriptedMedia());
                Phone carol = new Phone("carol", new ScriptedMedia())) {
            alice.register(kamailio.uri());
            bob.register(kamailio.uri());
            carol.register(kamailio.uri());
            CallId customer = talk(bob, alice);

            alice.softphone().transfer(customer, "carol", Map.of("User-to-User", "692d3137;encoding=hex"));

            CallSnapshot arriving = carol.awaitRinging();
            assertThat(arriving.remote().hints().interactionId()).isEqualTo("i-17");
            assertThat(arriving.remote().number()).isEqualTo("bob");
            carol.softphone().answer(arriving.id());
            assertThat(alice.awaitEnd(customer)).isEqualTo(new CallEndCause.Transferred());
            bob.await(() -> bob.calls().size() == 1 && bob.calls().getFirst().state() == CallState.CONFIRMED);
            carol.awaitState(arriving.id(), CallState.CONFIRMED);
        }
    }

    @Test
    void attendedTransferThroughTheProxyReplacesTheConsultation() throws Exception {
        try (Kamailio kamailio = Kamailio.start(folder, "SHA-256");
                Phone alice = new Phone("alice", new ScriptedMedia());
                Phone bob = new Phone("bob", new ScriptedMedia());
                Phone carol = new Phone("carol", new ScriptedMedia())) {
            alice.register(kamailio.uri());
            bob.register(kamailio.uri());
            carol.register(kamailio.uri());
            CallId customer = talk(bob, alice);
            CallId consultation = alice.softphone().consult(customer, "carol", Map.of());
            CallId consulted = carol.awaitRinging().id();
            carol.softphone().answer(consulted);
            alice.awaitState(consultation, CallState.CONFIRMED);
            alice.awaitState(customer, CallState.HELD);

            alice.softphone().complete(consultation);

            assertThat(alice.awaitEnd(customer)).isEqualTo(new CallEndCause.Transferred());
            assertThat(alice.awaitEnd(consultation)).isIn(new CallEndCause.Transferred(), new CallEndCause.EndedByPeer());
            assertThat(carol.awaitEnd(consulted)).isEqualTo(new CallEndCause.Transferred());
            carol.await(() -> carol.calls().size() == 1 && carol.calls().getFirst().state() == CallState.CONFIRMED);
            assertThat(carol.calls().getFirst().remote().number()).isEqualTo("bob");
            bob.await(() -> bob.calls().size() == 1 && bob.calls().getFirst().state() == CallState.CONFIRMED);
        }
    }

    @Test
    void aBusyTargetGivesTheCustomerBack() throws Exception {
        try (Kamailio kamailio = Kamailio.start(folder, "MD5");
                Phone alice = new Phone("alice", new ScriptedMedia());
                Phone bob = new Phone("bob", new ScriptedMedia())) {
            alice.register(kamailio.uri());
            bob.register(kamailio.uri());
            CallId customer = talk(bob, alice);

            alice.softphone().transfer(customer, "nobody", Map.of());

            alice.awaitEvent(SoftphoneEvent.TransferFailed.class,
                    failed -> failed.cause().equals(new CallEndCause.NoSuchNumber()));
            alice.awaitState(customer, CallState.CONFIRMED);
        }
    }

    @Test
    void baresipFollowsOurBlindTransfer() throws Exception {
        try (Phone alice = new Phone("alice", new ScriptedMedia()).listen();
                Phone carol = new Phone("carol", new ScriptedMedia()).listen();
                Baresip baresip = Baresip.start(folder, Baresip.Setup.of("bob", ""))) {
            baresip.dial(alice.uri());
            CallId customer = alice.awaitRinging().id();
            alice.softphone().answer(customer);
            alice.awaitState(customer, CallState.CONFIRMED);

            alice.softphone().transfer(customer, carol.uri(), Map.of());

            CallSnapshot arriving = carol.awaitRinging();
            assertThat(arriving.remote().hints().interactionId()).isEqualTo("i-" + customer.value());
            carol.softphone().answer(arriving.id());
            assertThat(alice.awaitEnd(customer)).isEqualTo(new CallEndCause.Transferred());
        }
    }

    /// As RFC 7433 has it; in the address for those who are known to call an address with all that hangs on it.
    @Test
    void theInteractionGoesAsAHeader() throws Exception {
        try (Phone alice = new Phone("alice", new ScriptedMedia()).listen();
                RawPeer knowing = new RawPeer(alice.softphone().snapshot().listening());
                RawPeer simple = new RawPeer(alice.softphone().snapshot().listening())) {
            CallId first = answered(alice, knowing, "");
            alice.softphone().transfer(first, "sip:carol@127.0.0.1:9", Map.of());
            assertThat(knowing.await(message -> message.startsWith("REFER"), Phone.PATIENCE))
                    .contains("Refer-To: <sip:carol@127.0.0.1:9?User-to-User=").doesNotContain(";uui=");

            CallId second = answered(alice, simple, "Server: baresip v1.0.0 (x86_64/linux)\n");
            alice.softphone().transfer(second, "sip:carol@127.0.0.1:9", Map.of());
            assertThat(simple.await(message -> message.startsWith("REFER"), Phone.PATIENCE))
                    .contains("Refer-To: <sip:carol@127.0.0.1:9;uui=").doesNotContain("User-to-User=");
        }
    }

    @Test
    void theInteractionGoesWithAnAttendedTransferToo() throws Exception {
        try (Phone alice = new Phone("alice", new ScriptedMedia()).listen();
                RawPeer customer = new RawPeer(alice.softphone().snapshot().listening());
                RawPeer colleague = new RawPeer(alice.softphone().snapshot().listening())) {
            CallId about = answered(alice, customer, "");
            CallId consultation = alice.softphone().consult(about, "sip:raw@127.0.0.1:" + colleague.port(), Map.of());
            customer.respond(customer.await(message -> message.contains("a=sendonly"), Phone.PATIENCE), "200 OK", "one", RawPeer.offer());
            colleague.respond(colleague.await(message -> message.startsWith("INVITE"), Phone.PATIENCE), "200 OK", "two", RawPeer.offer());
            alice.awaitState(consultation, CallState.CONFIRMED);
            alice.awaitState(about, CallState.HELD);

            alice.softphone().complete(consultation);

            assertThat(customer.await(message -> message.startsWith("REFER"), Phone.PATIENCE)).contains("Replaces=", "User-to-User=");
        }
    }

    /// RFC 3515, section 2.4.4: it is accepted, waits for the operator, and the outcome is told.
    @Test
    void nobodyOutsideIsCalledForAStrangerWhoAsks() throws Exception {
        try (Phone alice = new Phone("alice", new ScriptedMedia()).listen();
                RawPeer peer = new RawPeer(alice.softphone().snapshot().listening())) {
            CallId call = alice.dial("sip:raw@127.0.0.1:" + peer.port());
            String invite = peer.await(message -> message.startsWith("INVITE"), Phone.PATIENCE);
            peer.respond(invite, "200 OK", "one", RawPeer.offer());
            alice.awaitState(call, CallState.CONFIRMED);
            String confirmed = peer.await(message -> message.startsWith("ACK"), Phone.PATIENCE);
            peer.sendWithin(confirmed, "REFER", 1, "Refer-To: <sip:+78095550134@127.0.0.1>\n");
            peer.await(message -> message.startsWith("SIP/2.0 202"), Phone.PATIENCE);
            peer.respond(peer.await(message -> message.contains("SIP/2.0 100 Trying"), Phone.PATIENCE), "200 OK", "one", "");
            SoftphoneEvent.ReferralAsked asked = alice.awaitEvent(SoftphoneEvent.ReferralAsked.class, event -> event.call().equals(call));

            alice.softphone().declineReferral(call, asked.wish());

            assertThat(peer.await(message -> message.contains("SIP/2.0 603"), Phone.PATIENCE)).startsWith("NOTIFY")
                    .contains("Subscription-State: terminated");
            assertThat(alice.calls()).singleElement().extracting(CallSnapshot::id).isEqualTo(call);
        }
    }

    /// RFC 3261, section 12.2.1.2: there is no dialog any more.
    @Test
    void aDialogThatIsGoneEndsTheCall() throws Exception {
        try (Phone alice = new Phone("alice", new ScriptedMedia()).listen();
                RawPeer peer = new RawPeer(alice.softphone().snapshot().listening())) {
            CallId call = answered(alice, peer, "");
            alice.softphone().transfer(call, "sip:carol@127.0.0.1:9", Map.of());
            peer.respond(peer.await(message -> message.startsWith("REFER"), Phone.PATIENCE), "481 Gone", "one", "");

            assertThat(alice.awaitEnd(call)).isEqualTo(new CallEndCause.EndedByPeer());
        }
    }

    /// Who hung up: one who told that the other still rings was not answered there; one who told nothing may have been.
    @Test
    void whoHangsUpWhileTheOtherRingsWasNotTransferred() throws Exception {
        try (Phone alice = new Phone("alice", new ScriptedMedia()).listen();
                RawPeer peer = new RawPeer(alice.softphone().snapshot().listening())) {
            for (int status : new int[] {180, 100}) {
                CallId call = answered(alice, peer, "");
                alice.softphone().transfer(call, "sip:carol@127.0.0.1:9", Map.of());
                String refer = peer.await(message -> message.startsWith("REFER"), Phone.PATIENCE);
                peer.respond(refer, "202 Accepted", "one", "");
                peer.sendWithin(refer, "NOTIFY", 1, "Event: refer\nSubscription-State: active;expires=60\n"
                        + "Content-Type: message/sipfrag\n\nSIP/2.0 " + status + " Well\n");
                peer.await(message -> message.startsWith("SIP/2.0 200") && message.contains("NOTIFY"), Phone.PATIENCE);
                peer.sendWithin(refer, "BYE", 2, "");

                assertThat(alice.awaitEnd(call)).isEqualTo(status == 180 ? new CallEndCause.EndedByPeer() : new CallEndCause.Transferred());
            }
        }
    }

    /// RFC 3891, section 3: our own call that still rings is replaced by one that comes in, and cancelled.
    @Test
    void aCallOfOursThatRingsMayBeReplaced() throws Exception {
        try (Phone alice = new Phone("alice", new ScriptedMedia()).listen();
                RawPeer ringing = new RawPeer(alice.softphone().snapshot().listening());
                RawPeer other = new RawPeer(alice.softphone().snapshot().listening())) {
            CallId call = alice.dial("sip:raw@127.0.0.1:" + ringing.port());
            String invite = ringing.await(message -> message.startsWith("INVITE"), Phone.PATIENCE);
            ringing.respond(invite, "180 Ringing", "one", "");
            alice.awaitState(call, CallState.ALERTING);
            String from = RawPeer.header(invite, "From");
            other.send("INVITE", "instead", "Replaces: " + RawPeer.header(invite, "Call-ID") + ";from-tag=one;to-tag="
                    + from.substring(from.indexOf(";tag=") + 5) + ";early-only\n" + RawPeer.offer());

            assertThat(other.awaitFinal("INVITE", "instead")).startsWith("SIP/2.0 200");
            ringing.await(message -> message.startsWith("CANCEL"), Phone.PATIENCE);
            assertThat(alice.awaitEnd(call)).isEqualTo(new CallEndCause.Transferred());
        }
    }

    private static CallId answered(Phone phone, RawPeer peer, String more) throws Exception {
        CallId call = phone.dial("sip:raw@127.0.0.1:" + peer.port());
        String invite = peer.await(message -> message.startsWith("INVITE"), Phone.PATIENCE);
        peer.respond(invite, "200 OK", "one", more + RawPeer.offer());
        phone.awaitState(call, CallState.CONFIRMED);
        return call;
    }

    @Test
    void aStrangersReplacesIsRefused() throws Exception {
        try (Phone alice = new Phone("alice", new ScriptedMedia()).listen();
                RawPeer peer = new RawPeer(alice.softphone().snapshot().listening())) {
            peer.send("INVITE", "thief", "Replaces: guessed;to-tag=a;from-tag=b\nRequire: replaces\n" + RawPeer.offer());

            assertThat(peer.awaitFinal("INVITE", "thief")).startsWith("SIP/2.0 481");
        }
    }

    /// RFC 3891, section 3.
    @Test
    void nothingButAnInviteReplaces() throws Exception {
        try (Phone alice = new Phone("alice", new ScriptedMedia()).listen();
                RawPeer peer = new RawPeer(alice.softphone().snapshot().listening())) {
            peer.send("OPTIONS", "elsewhere", "Replaces: guessed;to-tag=a;from-tag=b\n");

            assertThat(peer.awaitFinal("OPTIONS", "elsewhere")).startsWith("SIP/2.0 400");
        }
    }

    private static CallId talk(Phone caller, Phone called) throws InterruptedException {
        CallId outgoing = caller.dial("alice");
        CallId incoming = called.awaitRinging().id();
        called.softphone().answer(incoming);
        caller.awaitState(outgoing, CallState.CONFIRMED);
        called.awaitState(incoming, CallState.CONFIRMED);
        return incoming;
    }
}
