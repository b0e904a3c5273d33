package ru.garnitura.softphone.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.ScriptedMedia;
import ru.garnitura.softphone.call.SipAccount;
import ru.garnitura.softphone.call.SrtpPolicy;
import ru.garnitura.softphone.peers.ClockedPhone;
import ru.garnitura.softphone.peers.Phone;
import ru.garnitura.softphone.peers.RawPeer;

/// What keeps a session alive and in its place: refreshes on the wire (RFC 4028), target refreshes (RFC 3261, section
/// 12.2.1.1), UPDATE (RFC 3311).
class RefreshIT {

    private static final String TIMED = "Supported: timer\nSession-Expires: %d;refresher=%s\n";

    private static SipAccount.CallPolicy timed(int seconds) {
        return new SipAccount.CallPolicy(-1, seconds, 3, List.of("pcma"), SrtpPolicy.OFF);
    }

    private static String next(RawPeer peer, String method) throws IOException {
        return peer.await(message -> message.startsWith(method + " "), Phone.PATIENCE);
    }

    private static CallId talking(ClockedPhone phone, RawPeer peer, String settled) throws Exception {
        phone.dial("sip:raw@127.0.0.1:" + peer.port());
        peer.respond(next(peer, "INVITE"), "200 OK", "one", settled + RawPeer.offer());
        next(peer, "ACK");
        return phone.awaitCall(CallState.CONFIRMED);
    }

    /// RFC 4028, section 7.4: a hold asks for what was agreed on, and a 422 to it is heeded.
    @Test
    void aHoldKeepsToTheAgreedIntervalAndRaisesItWhereItMust() throws Exception {
        try (ClockedPhone phone = new ClockedPhone(); RawPeer peer = new RawPeer(phone.listen(timed(100)))) {
            phone.dial("sip:raw@127.0.0.1:" + peer.port());
            peer.respond(next(peer, "INVITE"), "422 Session Interval Too Small", "one", "Min-SE: 300");
            String second = peer.await(message -> message.startsWith("INVITE") && message.contains("Session-Expires: 300"), Phone.PATIENCE);
            assertThat(second).contains("Min-SE: 300");
            peer.respond(second, "200 OK", "one", TIMED.formatted(300, "uac") + RawPeer.offer());
            next(peer, "ACK");
            phone.softphone().hold(phone.awaitCall(CallState.CONFIRMED));

            String hold = next(peer, "INVITE");
            assertThat(hold).contains("Session-Expires: 300;refresher=uac", "Min-SE: 300");
            peer.respond(hold, "422 Session Interval Too Small", "one", "Min-SE: 600");
            String raised = peer.await(message -> message.startsWith("INVITE") && message.contains("Session-Expires: 600"), Phone.PATIENCE);
            assertThat(raised).contains("Min-SE: 600", "a=sendonly");
            peer.respond(raised, "200 OK", "one", TIMED.formatted(600, "uac") + RawPeer.offer());

            phone.awaitCall(CallState.HELD);
        }
    }

    @Test
    void whoRefreshesGoesOnTo() throws Exception {
        try (ClockedPhone phone = new ClockedPhone(); RawPeer peer = new RawPeer(phone.listen(timed(1_800)))) {
            phone.softphone().hold(talking(phone, peer, TIMED.formatted(1_800, "uas")));

            assertThat(next(peer, "INVITE")).contains("Session-Expires: 1800;refresher=uas");
        }
    }

    /// The remote side refused to be held: the refresh must not ask for it again behind the operator's back.
    @Test
    void aRefreshSaysWhatWasAgreedOnAndNotWhatWasRefused() throws Exception {
        try (ClockedPhone phone = new ClockedPhone(); RawPeer peer = new RawPeer(phone.listen(timed(90)))) {
            phone.softphone().hold(talking(phone, peer, TIMED.formatted(90, "uac")));
            String hold = next(peer, "INVITE");
            assertThat(hold).contains("a=sendonly");
            phone.awaitCall(CallState.HOLDING);
            peer.respond(hold, "488 Not Acceptable Here", "one", "");
            phone.awaitCall(CallState.CONFIRMED);

            phone.pass(Duration.ofSeconds(45));

            assertThat(next(peer, "INVITE")).contains("a=sendrecv", "Session-Expires: 90;refresher=uac");
        }
    }

    @Test
    void aSessionNobodyRefreshesEnds() throws Exception {
        try (ClockedPhone phone = new ClockedPhone(); RawPeer peer = new RawPeer(phone.listen(timed(90)))) {
            talking(phone, peer, TIMED.formatted(90, "uas"));

            phone.pass(Duration.ofSeconds(61));

            next(peer, "BYE");
            phone.awaitNoCall();
        }
    }

    /// The caller knows of session timers and asks for less than we bear in mid-call.
    @Test
    void aBriefIntervalWithinADialogIsRefusedAndNeverLengthened() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen();
                RawPeer peer = new RawPeer(phone.softphone().snapshot().listening())) {
            String ok = answered(phone, peer);
            peer.sendWithin(ok, "INVITE", 2, "Supported: timer\nSession-Expires: 60\n" + RawPeer.offer());
            assertThat(peer.awaitFinal("INVITE", "asked")).startsWith("SIP/2.0 422").contains("Min-SE: 90");

            peer.sendWithin(ok, "INVITE", 3, "Session-Expires: 60\n" + RawPeer.offer());
            assertThat(peer.awaitFinal("INVITE", "asked")).startsWith("SIP/2.0 200").doesNotContain("Session-Expires");
        }
    }

    private static String answered(Phone phone, RawPeer peer) throws Exception {
        peer.send("INVITE", "asked", RawPeer.offer());
        CallId call = phone.awaitRinging().id();
        phone.softphone().answer(call);
        String ok = peer.awaitFinal("INVITE", "asked");
        peer.send("ACK", "asked", "tag=" + RawPeer.toTag(ok) + "\n");
        phone.awaitState(call, CallState.CONFIRMED);
        return ok;
    }

    @Test
    void aTargetRefreshMovesTheDialog() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen();
                RawPeer peer = new RawPeer(phone.softphone().snapshot().listening());
                RawPeer moved = new RawPeer(InetAddress.ofLiteral("127.0.0.7"), phone.softphone().snapshot().listening())) {
            String ok = answered(phone, peer);
            peer.sendWithin(ok, "INVITE", 2, "Contact: <sip:raw@127.0.0.7:" + moved.port() + ">\n" + RawPeer.offer());
            assertThat(peer.awaitFinal("INVITE", "asked")).startsWith("SIP/2.0 200");
            peer.sendWithin(ok, "ACK", 2, "");

            moved.sendWithin(ok, "OPTIONS", 3, "");
            assertThat(moved.awaitFinal("OPTIONS", "asked")).startsWith("SIP/2.0 200");
            phone.softphone().end(phone.calls().getFirst().id());

            assertThat(next(moved, "BYE")).contains("asked");
        }
    }

    @Test
    void aRefusedReInviteMovesNothing() throws Exception {
        ScriptedMedia media = new ScriptedMedia();
        try (Phone phone = new Phone("alice", media).listen();
                RawPeer peer = new RawPeer(phone.softphone().snapshot().listening())) {
            String ok = answered(phone, peer);
            media.refuse("no codec");
            peer.sendWithin(ok, "INVITE", 2, "Contact: <sip:raw@127.0.0.7:9>\n" + RawPeer.offer());
            assertThat(peer.awaitFinal("INVITE", "asked")).startsWith("SIP/2.0 488");

            phone.softphone().end(phone.calls().getFirst().id());

            assertThat(next(peer, "BYE")).contains("asked");
        }
    }

    /// A proxy that is no loose router stands in the request line, and the target goes last.
    @Test
    void aStrictRouterTakesThePlaceOfTheTarget() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen();
                RawPeer peer = new RawPeer(phone.softphone().snapshot().listening())) {
            peer.send("INVITE", "strict", "Record-Route: <sip:127.0.0.1:" + peer.port() + ">\n" + RawPeer.offer());
            CallId call = phone.awaitRinging().id();
            phone.softphone().answer(call);
            String ok = peer.awaitFinal("INVITE", "strict");
            peer.send("ACK", "strict", "tag=" + RawPeer.toTag(ok) + "\n");
            phone.awaitState(call, CallState.CONFIRMED);

            phone.softphone().end(call);

            assertThat(next(peer, "BYE")).startsWith("BYE sip:127.0.0.1:" + peer.port() + " SIP/2.0")
                    .contains("Route: <sip:raw@127.0.0.1:" + peer.port() + ">");
        }
    }

    @Test
    void anUpdateRefreshesTheSessionOrChangesIt() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen();
                RawPeer peer = new RawPeer(phone.softphone().snapshot().listening())) {
            String ok = answered(phone, peer);
            assertThat(ok).containsPattern("Allow: .*UPDATE");
            peer.sendWithin(ok, "UPDATE", 2, TIMED.formatted(120, "uac"));
            assertThat(peer.awaitFinal("UPDATE", "asked")).startsWith("SIP/2.0 200").contains("Session-Expires: 120;refresher=uac")
                    .contains("Content-Length: 0");

            peer.sendWithin(ok, "UPDATE", 3, RawPeer.offer() + "a=sendonly\n");
            assertThat(peer.awaitFinal("UPDATE", "asked")).startsWith("SIP/2.0 200").contains("a=recvonly");
            phone.await(() -> phone.calls().getFirst().heldByPeer());
        }
    }

    @Test
    void anUpdateWhileItRingsIsTakenWithoutAnOfferOnly() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen();
                RawPeer peer = new RawPeer(phone.softphone().snapshot().listening())) {
            peer.send("INVITE", "early", RawPeer.offer());
            String ringing = peer.await(message -> message.startsWith("SIP/2.0 180"), Phone.PATIENCE);
            peer.sendWithin(ringing, "UPDATE", 2, "");
            assertThat(peer.awaitFinal("UPDATE", "early")).startsWith("SIP/2.0 200");
            peer.sendWithin(ringing, "UPDATE", 3, RawPeer.offer());
            assertThat(peer.awaitFinal("UPDATE", "early")).startsWith("SIP/2.0 500").contains("Retry-After: ");

            phone.dial("sip:raw@127.0.0.1:" + peer.port());
            String invite = next(peer, "INVITE");
            peer.respond(invite, "180 Ringing", "one", "");
            phone.await(() -> phone.calls().stream().anyMatch(call -> call.state() == CallState.ALERTING));
            String seen = invite.replaceFirst("(?m)^(To: .*)$", "$1;tag=one");
            peer.sendWithin(seen.replace("\r\r", "\r"), "UPDATE", 1, RawPeer.offer());
            assertThat(peer.await(message -> message.startsWith("SIP/2.0") && message.contains("1 UPDATE"), Phone.PATIENCE))
                    .startsWith("SIP/2.0 491");
        }
    }

    @Test
    void whoDemandsAConfirmedRingAndNeverConfirmsItIsGone() throws Exception {
        try (ClockedPhone phone = new ClockedPhone(); RawPeer peer = new RawPeer(phone.listen(timed(0)))) {
            peer.send("INVITE", "rel", "Require: 100rel\n" + RawPeer.offer());
            phone.awaitCall(CallState.RINGING);

            phone.pass(Duration.ofSeconds(33));

            assertThat(peer.awaitFinal("INVITE", "rel")).startsWith("SIP/2.0 504");
            phone.awaitNoCall();
        }
    }
}
