package ru.garnitura.softphone.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ru.garnitura.softphone.call.CallEndCause;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.ScriptedMedia;
import ru.garnitura.softphone.peers.Phone;
import ru.garnitura.softphone.peers.RawPeer;

/// Peers at the edge of RFC 3261, and past it.
@SuppressWarnings("NullAway.Init")
class OddInvitesIT {

    private static final String REALM = "Proxy-Authenticate: Digest realm=\"%s\", nonce=\"n%s\", algorithm=SHA-256, qop=\"auth\"";

    private final Phone phone = new Phone("alice", new ScriptedMedia());
    private RawPeer peer;

    @BeforeEach
    void listen() throws Exception {
        phone.listen();
        peer = new RawPeer(phone.softphone().snapshot().listening());
    }

    @AfterEach
    void close() {
        phone.close();
        peer.close();
    }

    private String awaitRequest(String method) throws Exception {
        return peer.await(message -> message.startsWith(method + " "), Phone.PATIENCE);
    }

    private CallId dial() {
        return phone.dial("sip:bob@127.0.0.1:" + peer.port());
    }

    /// RFC 3261, section 22.3: one credential for each realm.
    @Test
    void everyProxyOnTheWayGetsItsOwnCredentials() throws Exception {
        CallId call = dial();
        peer.respond(awaitRequest("INVITE"), "407 Proxy Authentication Required", "a", REALM.formatted("a", "1"));
        awaitRequest("ACK");
        String second = awaitRequest("INVITE");
        assertThat(second).contains("realm=\"a\"", "nc=00000001");
        peer.respond(second, "407 Proxy Authentication Required", "b", REALM.formatted("b", "2"));
        awaitRequest("ACK");
        String third = awaitRequest("INVITE");

        assertThat(third.lines().filter(line -> line.startsWith("Proxy-Authorization:"))).hasSize(2);
        assertThat(third).contains("realm=\"a\"", "nc=00000002", "realm=\"b\"", "nc=00000001");
        peer.respond(third, "486 Busy Here", "c", "");
        assertThat(phone.awaitEnd(call)).isEqualTo(new CallEndCause.Busy());
    }

    @Test
    void twoRealmsOfOneChallengeAreBothAnswered() throws Exception {
        CallId call = dial();
        peer.respond(awaitRequest("INVITE"), "407 Proxy Authentication Required", "a",
                REALM.formatted("a", "1") + "\n" + REALM.formatted("b", "2"));
        awaitRequest("ACK");
        String second = awaitRequest("INVITE");

        assertThat(second).contains("realm=\"a\"", "realm=\"b\"");
        peer.respond(second, "407 Proxy Authentication Required", "b", REALM.formatted("b", "3"));
        assertThat(phone.awaitEnd(call)).isInstanceOf(CallEndCause.class);
    }

    @Test
    void aChallengeAfterTheOperatorHungUpIsNotAnswered() throws Exception {
        CallId call = dial();
        String invite = awaitRequest("INVITE");
        phone.softphone().end(call);
        phone.awaitEnd(call);
        peer.respond(invite, "407 Proxy Authentication Required", "a", REALM.formatted("a", "1"));
        awaitRequest("ACK");
        dial();

        assertThat(awaitRequest("INVITE")).doesNotContain("Proxy-Authorization");
    }

    /// RFC 3261, section 9.2: a CANCEL that comes late has no effect, and is answered.
    @Test
    void aCancelThatComesAfterTheRefusalIsRight() throws Exception {
        peer.send("INVITE", "late", RawPeer.offer());
        phone.softphone().reject(phone.awaitRinging().id());
        peer.awaitFinal("INVITE", "late");
        peer.send("CANCEL", "late", "");

        assertThat(peer.awaitFinal("CANCEL", "late")).startsWith("SIP/2.0 200");
        peer.send("CANCEL", "never", "");
        assertThat(peer.awaitFinal("CANCEL", "never")).startsWith("SIP/2.0 481");
    }

    @Test
    void anInviteThatMayGoNoFurtherIsRefused() throws Exception {
        peer.send(invite("hops", "Max-Forwards: 0"));
        assertThat(peer.awaitFinal("INVITE", "hops")).startsWith("SIP/2.0 483");
        assertThat(phone.calls()).isEmpty();
    }

    private byte[] invite(String call, String more) {
        return ("INVITE sip:alice@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:" + peer.port() + ";branch=z9hG4bK" + call
                + "\r\nFrom: <sip:raw@127.0.0.1>;tag=raw\r\nTo: <sip:alice@127.0.0.1>\r\nCall-ID: " + call
                + "\r\nCSeq: 1 INVITE\r\nContact: <sip:raw@127.0.0.1:" + peer.port() + ">\r\n" + more
                + "\r\nContent-Length: 0\r\n\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /// RFC 3261, section 13.3.1.
    @Test
    void anInviteRingsNoLongerThanItsExpires() throws Exception {
        long sent = System.nanoTime();
        peer.send("INVITE", "short", "Expires: 1\n" + RawPeer.offer());
        CallId call = phone.awaitRinging().id();

        assertThat(peer.awaitFinal("INVITE", "short")).startsWith("SIP/2.0 487");
        assertThat(Duration.ofNanos(System.nanoTime() - sent)).isGreaterThan(Duration.ofMillis(900));
        assertThat(phone.awaitEnd(call)).isEqualTo(new CallEndCause.Missed());
    }

    /// RFC 3261, section 13.2.1: where the 200 holds the offer, its ACK holds the answer.
    @Test
    void anAcknowledgementWithoutTheAnswerEndsTheCall() throws Exception {
        peer.send("INVITE", "bare", "");
        CallId call = phone.awaitRinging().id();
        phone.softphone().answer(call);
        String ok = peer.awaitFinal("INVITE", "bare");
        peer.send("ACK", "bare", "tag=" + RawPeer.toTag(ok) + "\n");

        awaitRequest("BYE");
        assertThat(phone.awaitEnd(call)).isEqualTo(new CallEndCause.NoCommonMedia());
    }

    @Test
    void anAnswerWithoutAContactIsACallThatEndsAndIsForgotten() throws Exception {
        CallId call = dial();
        String invite = awaitRequest("INVITE");
        peer.respond(invite, "200 OK", "x", RawPeer.offer().replace("Content-Type", "X: <Contact:>\nContent-Type"));

        assertThat(phone.awaitEnd(call)).isEqualTo(new CallEndCause.Unreachable());
        assertThat(phone.events()).noneMatch(event -> event.toString().contains(CallState.CONFIRMED.name()));
        peer.send(("OPTIONS sip:alice@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:" + peer.port() + ";branch=z9hG4bKgone\r\n"
                + "From: <sip:bob@127.0.0.1>;tag=x\r\nTo: " + field(invite, "From") + "\r\nCall-ID: " + field(invite, "Call-ID")
                + "\r\nCSeq: 9 OPTIONS\r\nMax-Forwards: 70\r\nContent-Length: 0\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        assertThat(peer.awaitFinal("OPTIONS", field(invite, "Call-ID"))).startsWith("SIP/2.0 481");
    }

    /// RFC 3261, section 12.1.2: the remote sequence number of a dialog that we opened is empty at first.
    @Test
    void theFirstRequestOfWhomWeCallMayHaveTheNumberZero() throws Exception {
        CallId call = dial();
        peer.respond(awaitRequest("INVITE"), "200 OK", "x", RawPeer.offer());
        String ack = awaitRequest("ACK");
        phone.awaitState(call, CallState.CONFIRMED);

        peer.sendWithin(ack, "BYE", 0, "");

        assertThat(peer.awaitFinal("BYE", field(ack, "Call-ID"))).startsWith("SIP/2.0 200");
        assertThat(phone.awaitEnd(call)).isEqualTo(new CallEndCause.EndedByPeer());
    }

    private static String field(String message, String name) {
        return message.lines().filter(line -> line.startsWith(name + ": ")).map(line -> line.substring(name.length() + 2))
                .findFirst().orElseThrow();
    }

    @Test
    void anAddressThatCannotBeWrittenIsNoCall() throws Exception {
        CallId call = phone.dial("sip:a\u0000b@127.0.0.1");

        assertThat(phone.awaitEnd(call)).isEqualTo(new CallEndCause.BadTarget());
    }
}
