package ru.garnitura.softphone.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.ScriptedMedia;
import ru.garnitura.softphone.call.SoftphoneEvent;
import ru.garnitura.softphone.peers.Phone;
import ru.garnitura.softphone.peers.RawPeer;

/// Keys by INFO, both ways, with gateways that take no telephone events.
class DigitsIT {

    private final ScriptedMedia media = new ScriptedMedia();

    private static CallId talk(Phone phone, RawPeer gateway) throws Exception {
        CallId call = phone.dial("sip:raw@127.0.0.1:" + gateway.port());
        gateway.respond(gateway.await(message -> message.startsWith("INVITE"), Phone.PATIENCE), "200 OK", "one", RawPeer.offer());
        phone.awaitState(call, CallState.CONFIRMED);
        return call;
    }

    private static String awaitKey(RawPeer gateway, char digit) throws Exception {
        return gateway.await(message -> message.startsWith("INFO") && message.contains("Signal=" + digit), Phone.PATIENCE);
    }

    @Test
    void eachKeyIsToldOnceTheOneBeforeHasArrived() throws Exception {
        media.takeNoDigits();
        try (Phone alice = new Phone("alice", media).listen(); RawPeer gateway = new RawPeer(alice.softphone().snapshot().listening())) {
            CallId call = talk(alice, gateway);
            "4*".chars().forEach(digit -> alice.softphone().sendDigit(call, (char) digit));
            String first = gateway.await(message -> message.startsWith("INFO"), Phone.PATIENCE);
            assertThat(first).contains("Content-Type: application/dtmf-relay", "Signal=4\r\n", "Duration=160");
            assertThat(gateway.await(message -> message.startsWith("INFO"), Phone.PATIENCE)).as("said again").isEqualTo(first);
            gateway.respond(first, "200 OK", "one", "");

            gateway.respond(awaitKey(gateway, '*'), "415 No", "one", "");
            alice.softphone().sendDigit(call, '5');
            gateway.respond(awaitKey(gateway, '5'), "200 OK", "one", "");
            assertThat(alice.calls()).singleElement().matches(now -> now.state() == CallState.CONFIRMED);
        }
    }

    @Test
    void aKeyIntoACallThatIsGoneEndsIt() throws Exception {
        media.takeNoDigits();
        try (Phone alice = new Phone("alice", media).listen(); RawPeer gateway = new RawPeer(alice.softphone().snapshot().listening())) {
            CallId call = talk(alice, gateway);
            alice.softphone().sendDigit(call, '1');
            gateway.respond(awaitKey(gateway, '1'), "481 Gone", "one", "");

            alice.awaitEnd(call);
        }
    }

    @Test
    void aKeyOfTheOtherSideIsHeard() throws Exception {
        try (Phone alice = new Phone("alice", media).listen(); RawPeer gateway = new RawPeer(alice.softphone().snapshot().listening())) {
            CallId call = talk(alice, gateway);
            String confirmed = gateway.await(message -> message.startsWith("ACK"), Phone.PATIENCE);
            gateway.sendWithin(confirmed, "INFO", 1, "Content-Type: application/dtmf-relay\n\nSignal=7\nDuration=100\n");

            gateway.await(message -> message.startsWith("SIP/2.0 200"), Phone.PATIENCE);
            alice.await(() -> alice.events().contains(new SoftphoneEvent.DigitReceived(call, '7')));
        }
    }

    /// RFC 6665, section 4.1.3.
    @Test
    void newsOfWhatNobodyAskedForIsRefused() throws Exception {
        try (Phone alice = new Phone("alice", media).listen(); RawPeer gateway = new RawPeer(alice.softphone().snapshot().listening())) {
            talk(alice, gateway);
            String confirmed = gateway.await(message -> message.startsWith("ACK"), Phone.PATIENCE);
            gateway.sendWithin(confirmed, "NOTIFY", 1, "Event: presence\nSubscription-State: active\n");

            assertThat(gateway.await(message -> message.contains("1 NOTIFY"), Phone.PATIENCE)).startsWith("SIP/2.0 489");
        }
    }
}
