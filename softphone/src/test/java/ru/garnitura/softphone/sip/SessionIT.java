package ru.garnitura.softphone.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ru.garnitura.softphone.call.CallEndCause;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.ScriptedMedia;
import ru.garnitura.softphone.call.SipAccount;
import ru.garnitura.softphone.call.SrtpPolicy;
import ru.garnitura.softphone.peers.Phone;
import ru.garnitura.softphone.peers.RawPeer;

/// Session timers, reliable provisional responses, colliding re-INVITEs, and who may speak in a dialog.
class SessionIT {

    private static final Duration LONGER_THAN_GLARE = Duration.ofSeconds(6);

    private static SipAccount timed(Phone phone, int seconds) {
        SipAccount plain = phone.account("", "x");
        return new SipAccount(plain.identity(), plain.route(),
                new SipAccount.CallPolicy(-1, seconds, 3, List.of("pcma"), SrtpPolicy.OFF));
    }

    private static RawPeer peerOf(Phone phone) throws Exception {
        return new RawPeer(phone.softphone().snapshot().listening());
    }

    @Test
    void aShorterIntervalThanOursIsRefusedWithOurs() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen(); RawPeer peer = peerOf(phone)) {
            peer.send("INVITE", "brief", "Supported: timer\nSession-Expires: 60\n" + RawPeer.offer());

            assertThat(peer.awaitFinal("INVITE", "brief")).startsWith("SIP/2.0 422").contains("Min-SE: 90");
        }
    }

    @Test
    void theCallersIntervalIsAgreedToAndHeRefreshes() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen(); RawPeer peer = peerOf(phone)) {
            peer.send("INVITE", "timed", "Supported: timer\nSession-Expires: 120\n" + RawPeer.offer());
            phone.softphone().answer(phone.awaitRinging().id());

            assertThat(peer.awaitFinal("INVITE", "timed")).contains("Session-Expires: 120;refresher=uac", "Require: timer");
        }
    }

    /// RFC 4028, section 7.3: 422 raises the interval, and the call is made again.
    @Test
    void aTooSmallIntervalIsRaised() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia())) {
            phone.softphone().register(timed(phone, 100));
            phone.await(() -> !phone.softphone().snapshot().listening().isEmpty());
            try (RawPeer peer = peerOf(phone)) {
                CallId call = phone.dial("sip:raw@127.0.0.1:" + peer.port());
                String first = peer.await(message -> message.startsWith("INVITE"), Phone.PATIENCE);
                assertThat(first).contains("Session-Expires: 100", "Min-SE: 90");
                peer.respond(first, "422 Session Interval Too Small", "one", "Min-SE: 300");

                String second = peer.await(message -> message.startsWith("INVITE") && message.contains("Session-Expires: 300"),
                        Phone.PATIENCE);
                peer.respond(second, "200 OK", "one", "Session-Expires: 300;refresher=uas\nRequire: timer\n" + RawPeer.offer());
                phone.awaitState(call, CallState.CONFIRMED);
            }
        }
    }

    @Test
    void aReliableRingIsConfirmed() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen(); RawPeer peer = peerOf(phone)) {
            CallId call = phone.dial("sip:raw@127.0.0.1:" + peer.port());
            String invite = peer.await(message -> message.startsWith("INVITE"), Phone.PATIENCE);
            peer.respond(invite, "180 Ringing", "one", "Require: 100rel\nRSeq: 7");

            String prack = peer.await(message -> message.startsWith("PRACK"), Phone.PATIENCE);
            assertThat(prack).contains("RAck: 7 1 INVITE");
            peer.respond(prack, "200 OK", "one", "");
            peer.respond(invite, "200 OK", "one", RawPeer.offer());
            phone.awaitState(call, CallState.CONFIRMED);
            phone.softphone().end(call);
            assertThat(peer.await(message -> message.startsWith("BYE"), Phone.PATIENCE)).contains("CSeq: 3 BYE");
        }
    }

    @Test
    void ourRingIsRepeatedUntilConfirmedWhereTheCallerDemandsIt() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen(); RawPeer peer = peerOf(phone)) {
            peer.send("INVITE", "rel", "Require: 100rel\n" + RawPeer.offer());
            String ringing = peer.await(message -> message.startsWith("SIP/2.0 180"), Phone.PATIENCE);
            String number = RawPeer.header(ringing, "RSeq");
            assertThat(ringing).contains("Require: 100rel");
            assertThat(Long.parseLong(number)).isBetween(1L, (long) Integer.MAX_VALUE);
            peer.await(message -> message.startsWith("SIP/2.0 180"), Phone.PATIENCE);
            peer.sendWithin(ringing, "PRACK", 2, "RAck: " + number + " 9 INVITE");
            assertThat(peer.awaitFinal("PRACK", "rel")).startsWith("SIP/2.0 481");
            peer.sendWithin(ringing, "PRACK", 3, "RAck: " + number + " 1 INVITE");

            assertThat(peer.awaitFinal("PRACK", "rel")).startsWith("SIP/2.0 200");
            phone.softphone().answer(phone.awaitRinging().id());
            assertThat(peer.awaitFinal("INVITE", "rel")).startsWith("SIP/2.0 200");
        }
    }

    /// RFC 3262, section 5: the reliable response answered our offer, so the 200 has nothing to say.
    @Test
    void anAnswerGivenReliablyNeedNotComeAgain() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen(); RawPeer peer = peerOf(phone)) {
            CallId call = phone.dial("sip:raw@127.0.0.1:" + peer.port());
            String invite = peer.await(message -> message.startsWith("INVITE"), Phone.PATIENCE);
            peer.respond(invite, "183 Session Progress", "one", "Require: 100rel\nRSeq: 1\n" + RawPeer.offer());
            peer.respond(peer.await(message -> message.startsWith("PRACK"), Phone.PATIENCE), "200 OK", "one", "");

            peer.respond(invite, "200 OK", "one", "");

            phone.awaitState(call, CallState.CONFIRMED);
            phone.softphone().hold(call);
            assertThat(peer.await(message -> message.startsWith("BYE") || message.contains("a=sendonly"), Phone.PATIENCE))
                    .startsWith("INVITE");
        }
    }

    /// A fork says what nobody here can live with; the next one answers well.
    @Test
    void oddEarlyMediaEndsNothing() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen(); RawPeer peer = peerOf(phone)) {
            CallId call = phone.dial("sip:raw@127.0.0.1:" + peer.port());
            String invite = peer.await(message -> message.startsWith("INVITE"), Phone.PATIENCE);
            peer.respond(invite, "183 Session Progress", "odd", RawPeer.offer().replace("AVP 8", "AVP 18").replace("8 PCMA", "18 G729"));
            peer.respond(invite, "180 Ringing", "good", "");
            phone.awaitState(call, CallState.ALERTING);

            peer.respond(invite, "200 OK", "good", RawPeer.offer());

            phone.awaitState(call, CallState.CONFIRMED);
        }
    }

    /// RFC 3262, section 4: what comes too early does not count until what is before it has come.
    @Test
    void reliableResponsesCountInOrder() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen(); RawPeer peer = peerOf(phone)) {
            CallId call = phone.dial("sip:raw@127.0.0.1:" + peer.port());
            String invite = peer.await(message -> message.startsWith("INVITE"), Phone.PATIENCE);
            peer.respond(invite, "183 Session Progress", "one", "Require: 100rel\nRSeq: 5");
            peer.respond(peer.await(message -> message.startsWith("PRACK"), Phone.PATIENCE), "200 OK", "one", "");
            peer.respond(invite, "180 Ringing", "one", "Require: 100rel\nRSeq: 7");
            peer.respond(invite, "183 Session Progress", "one", "Require: 100rel\nRSeq: 6");

            String next = peer.await(message -> message.startsWith("PRACK"), Phone.PATIENCE);
            assertThat(next).contains("RAck: 6 1 INVITE");
            assertThat(phone.latest(call).state()).isEqualTo(CallState.DIALING);
            peer.respond(next, "200 OK", "one", "");
            peer.respond(invite, "180 Ringing", "one", "Require: 100rel\nRSeq: 7");
            phone.awaitState(call, CallState.ALERTING);
        }
    }

    /// The remote side's waiting time is over first. What we answer it is later than the offer that collided, so that offer
    /// must not come again as it was (RFC 3264, section 8).
    @Test
    void afterACollisionTheOfferIsMadeAnew() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen(); RawPeer peer = peerOf(phone)) {
            CallId call = phone.dial("sip:raw@127.0.0.1:" + peer.port());
            peer.respond(peer.await(message -> message.startsWith("INVITE"), Phone.PATIENCE), "200 OK", "one", RawPeer.offer());
            String ack = peer.await(message -> message.startsWith("ACK"), Phone.PATIENCE);
            phone.awaitState(call, CallState.CONFIRMED);
            phone.softphone().hold(call);
            String ours = peer.await(message -> message.startsWith("INVITE") && message.contains("a=sendonly"), Phone.PATIENCE);
            peer.respond(ours, "491 Request Pending", "one", "");
            peer.await(message -> message.startsWith("ACK"), Phone.PATIENCE);
            peer.sendWithin(ack, "INVITE", 1, RawPeer.offer());
            String answered = peer.await(message -> message.startsWith("SIP/2.0 200"), Phone.PATIENCE);
            peer.sendWithin(ack, "ACK", 1, "");

            String retried = peer.await(message -> message.startsWith("INVITE") && !message.contains(cseqLine(ours)), LONGER_THAN_GLARE);

            assertThat(retried).contains("a=sendonly");
            assertThat(RawPeer.version(retried)).isGreaterThan(RawPeer.version(answered));
        }
    }

    /// Both sides ask at once: both get 491, and the owner of the Call-ID asks again after 2.1 s at least (FAULTS 11).
    @Test
    void collidingReInvitesAreTriedAgain() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen(); RawPeer peer = peerOf(phone)) {
            CallId call = phone.dial("sip:raw@127.0.0.1:" + peer.port());
            String invite = peer.await(message -> message.startsWith("INVITE"), Phone.PATIENCE);
            peer.respond(invite, "200 OK", "one", RawPeer.offer());
            peer.await(message -> message.startsWith("ACK"), Phone.PATIENCE);
            phone.awaitState(call, CallState.CONFIRMED);
            phone.softphone().hold(call);
            String ours = peer.await(message -> message.startsWith("INVITE") && message.contains("a=sendonly"), Phone.PATIENCE);
            long collided = System.nanoTime();
            peer.send(reInviteAgainst(ours));
            assertThat(peer.await(message -> message.startsWith("SIP/2.0 4") && message.contains("glare"), Phone.PATIENCE))
                    .startsWith("SIP/2.0 491");
            peer.respond(ours, "491 Request Pending", "one", "");

            String retried = peer.await(message -> message.startsWith("INVITE") && message.contains("a=sendonly")
                    && !message.contains(cseqLine(ours)), LONGER_THAN_GLARE);
            assertThat(Duration.ofNanos(System.nanoTime() - collided)).isBetween(Duration.ofSeconds(2), LONGER_THAN_GLARE);
            peer.respond(retried, "200 OK", "one", RawPeer.offer().replace("a=rtpmap", "a=recvonly\na=rtpmap"));
            phone.awaitState(call, CallState.HELD);
        }
    }

    private static String cseqLine(String message) {
        return message.lines().filter(line -> line.startsWith("CSeq:")).findFirst().orElseThrow() + "\r\n";
    }

    /// A re-INVITE of the called side in the dialog of this INVITE.
    private static byte[] reInviteAgainst(String ours) {
        String from = header(ours, "From");
        String to = header(ours, "To");
        String contact = header(ours, "Contact");
        return ("INVITE " + contact.substring(contact.indexOf('<') + 1, contact.indexOf('>')) + " SIP/2.0\r\nVia: "
                + "SIP/2.0/UDP 127.0.0.1;rport;branch=z9hG4bKglare\r\nFrom: " + to + "\r\nTo: " + from + "\r\nCall-ID: "
                + header(ours, "Call-ID") + "\r\nCSeq: 1 INVITE\r\nMax-Forwards: 70\r\nContact: <sip:raw@127.0.0.1>\r\n"
                + "Content-Length: 0\r\n\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String header(String message, String name) {
        return message.lines().filter(line -> line.startsWith(name + ":")).findFirst().orElseThrow()
                .substring(name.length() + 1).strip();
    }

    /// Even with the right tags nobody else may end or change our call (FAULTS 20).
    @ParameterizedTest
    @ValueSource(strings = {"BYE", "INVITE"})
    void whatAnotherHostAsksInOurDialogIsForbidden(String method) throws Exception {
        ScriptedMedia media = new ScriptedMedia();
        try (Phone phone = new Phone("alice", media).listen(); RawPeer peer = peerOf(phone);
                DatagramSocket thief = new DatagramSocket(0, InetAddress.ofLiteral("127.66.6.6"))) {
            peer.send("INVITE", "mine", RawPeer.offer());
            CallSnapshot ringing = phone.awaitRinging();
            phone.softphone().answer(ringing.id());
            String ok = peer.awaitFinal("INVITE", "mine");
            peer.send("ACK", "mine", "tag=" + RawPeer.toTag(ok) + "\n");
            byte[] forged = (method + " sip:alice@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP 127.66.6.6;rport;branch=z9hG4bKthief\r\n"
                    + "From: <sip:raw@127.0.0.1>;tag=raw\r\nTo: <sip:alice@127.0.0.1>;tag=" + RawPeer.toTag(ok)
                    + "\r\nCall-ID: mine\r\nCSeq: 9 " + method + "\r\nContact: <sip:raw@127.66.6.6>\r\nMax-Forwards: 70\r\n"
                    + "Content-Length: 0\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8);
            String listening = phone.softphone().snapshot().listening();
            thief.send(new DatagramPacket(forged, forged.length, new InetSocketAddress(InetAddress.getLoopbackAddress(),
                    Integer.parseInt(listening.substring(listening.lastIndexOf(':') + 1)))));

            assertThat(finalAnswer(thief)).startsWith("SIP/2.0 403");
            assertThat(phone.calls()).hasSize(1);
            assertThat(media.sessions().getFirst().verbs()).containsOnlyOnce("answer SENDRECV").doesNotContain("offer SENDRECV");
            peer.send("BYE", "mine", "tag=" + RawPeer.toTag(ok) + "\n");
            assertThat(phone.awaitEnd(ringing.id())).isEqualTo(new CallEndCause.EndedByPeer());
        }
    }

    private static String finalAnswer(DatagramSocket socket) throws IOException {
        DatagramPacket answer = new DatagramPacket(new byte[4096], 4096);
        socket.setSoTimeout((int) Phone.PATIENCE.toMillis());
        String text;
        do {
            socket.receive(answer);
            text = new String(answer.getData(), 0, answer.getLength(), StandardCharsets.UTF_8);
        } while (text.startsWith("SIP/2.0 1"));
        return text;
    }
}
