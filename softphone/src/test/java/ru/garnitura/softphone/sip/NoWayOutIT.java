package ru.garnitura.softphone.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ru.garnitura.softphone.call.CallEndCause;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.ScriptedMedia;
import ru.garnitura.softphone.call.SipAccount;
import ru.garnitura.softphone.call.SoftphoneEvent;
import ru.garnitura.softphone.call.SrtpPolicy;
import ru.garnitura.softphone.peers.ClockedPhone;
import ru.garnitura.softphone.peers.Phone;
import ru.garnitura.softphone.peers.RawPeer;

/// What cannot leave, because the cable is out for a moment or a name cannot be looked up, ends no call (FAULTS 3). The peer
/// takes the way from us by saying that it is somewhere else now.
class NoWayOutIT {

    /// Nothing leads there from 127.0.0.1, where we are.
    private static final String NO_ROUTE = "192.0.2.1:9";
    private static final String TEN = "nnnnnnnnnn";
    /// Longer than a label may be (RFC 1035, section 2.3.4): nobody is asked for it.
    private static final String NO_NAME = TEN + TEN + TEN + TEN + TEN + TEN + TEN + ".invalid";

    private static String next(RawPeer peer, String method) throws IOException {
        return peer.await(message -> message.startsWith(method + " "), Phone.PATIENCE);
    }

    private static String answer(RawPeer peer, String settled) throws IOException {
        peer.respond(next(peer, "INVITE"), "200 OK", "one", settled + RawPeer.offer());
        return next(peer, "ACK");
    }

    private static void move(RawPeer peer, String seen, int sequence, String place) throws IOException {
        peer.sendWithin(seen, "UPDATE", sequence, "Contact: <sip:raw@" + place + ">\n");
        assertThat(peer.awaitFinal("UPDATE", RawPeer.header(seen, "Call-ID"))).startsWith("SIP/2.0 200");
    }

    private static String here(RawPeer peer) {
        return "127.0.0.1:" + peer.port();
    }

    @ParameterizedTest
    @ValueSource(strings = {NO_ROUTE, NO_NAME})
    void aHoldIsRefusedAndTheCallStays(String nowhere) throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen();
                RawPeer peer = new RawPeer(phone.softphone().snapshot().listening())) {
            CallId call = phone.dial("sip:raw@" + here(peer));
            String ack = answer(peer, "");
            phone.awaitState(call, CallState.CONFIRMED);
            move(peer, ack, 1, nowhere);

            phone.softphone().hold(call);

            phone.awaitEvent(SoftphoneEvent.CallChanged.class, changed -> changed.call().state() == CallState.HOLDING);
            phone.awaitState(call, CallState.CONFIRMED);
            move(peer, ack, 2, here(peer));
            phone.softphone().hold(call);
            assertThat(next(peer, "INVITE")).contains("a=sendonly");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {NO_ROUTE, NO_NAME})
    void aTransferIsRefusedAndTheCallStaysUntilItIsEnded(String nowhere) throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen();
                RawPeer peer = new RawPeer(phone.softphone().snapshot().listening())) {
            CallId call = phone.dial("sip:raw@" + here(peer));
            String ack = answer(peer, "");
            phone.awaitState(call, CallState.CONFIRMED);
            move(peer, ack, 1, nowhere);

            phone.softphone().transfer(call, "sip:carol@127.0.0.1:9", Map.of());

            phone.awaitEvent(SoftphoneEvent.TransferFailed.class, failed -> failed.cause().equals(new CallEndCause.Unreachable()));
            phone.awaitState(call, CallState.CONFIRMED);
            phone.softphone().end(call);
            assertThat(phone.awaitEnd(call)).isEqualTo(new CallEndCause.EndedHere());
        }
    }

    /// RFC 4028: well before the session expires.
    @Test
    void aRefreshIsTriedAgain() throws Exception {
        SipAccount.CallPolicy timed = new SipAccount.CallPolicy(-1, 90, 3, List.of("pcma"), SrtpPolicy.OFF);
        try (ClockedPhone phone = new ClockedPhone(); RawPeer peer = new RawPeer(phone.listen(timed))) {
            phone.dial("sip:raw@" + here(peer));
            String ack = answer(peer, "Supported: timer\nSession-Expires: 90;refresher=uac\n");
            phone.awaitCall(CallState.CONFIRMED);
            move(peer, ack, 1, NO_ROUTE);
            phone.pass(Duration.ofSeconds(45));
            move(peer, ack, 2, here(peer));
            phone.awaitCall(CallState.CONFIRMED);

            phone.pass(Duration.ofSeconds(5));

            assertThat(next(peer, "INVITE")).contains("Session-Expires: 90;refresher=uac");
        }
    }
}
