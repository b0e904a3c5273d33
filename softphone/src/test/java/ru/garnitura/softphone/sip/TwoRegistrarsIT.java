package ru.garnitura.softphone.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ru.garnitura.softphone.call.RegistrationCause;
import ru.garnitura.softphone.call.RegistrationState;
import ru.garnitura.softphone.call.SipTransport;
import ru.garnitura.softphone.peers.ClockedPhone;
import ru.garnitura.softphone.peers.Phone;
import ru.garnitura.softphone.peers.RawPeer;

/// Two registrars of one account over UDP, where silence is all that tells that one is gone.
@SuppressWarnings("NullAway.Init")
class TwoRegistrarsIT {

    private static final Pattern CSEQ = Pattern.compile("(?m)^CSeq: (\\d+) ");
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration MOMENT = Duration.ofMillis(200);

    private final ClockedPhone phone = new ClockedPhone();
    private RawPeer first;
    private RawPeer second;
    private int asked;

    @BeforeEach
    void register() throws Exception {
        first = new RawPeer("127.0.0.1:9");
        second = new RawPeer("127.0.0.1:9");
        String listening = phone.register("sip:127.0.0.1:" + first.port() + ", sip:127.0.0.1:" + second.port(), SipTransport.UDP);
        first.towards(listening);
        second.towards(listening);
    }

    @AfterEach
    void close() {
        phone.close();
        first.close();
        second.close();
    }

    /// The next REGISTER; repetitions of those before are passed over.
    private String asks(RawPeer registrar) throws IOException {
        String register = registrar.await(message -> message.startsWith("REGISTER") && number(message) > asked, Phone.PATIENCE);
        asked = number(register);
        return register;
    }

    private static int number(String message) {
        Matcher matcher = CSEQ.matcher(message);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private void accept(RawPeer registrar) throws Exception {
        registrar.respond(asks(registrar), "200 OK", "registrar", "Expires: 120");
        phone.awaitConsent();
    }

    @Test
    void theSecondTakesOverFromTheFirstThatIsSilentAndTheFirstFromTheSecond() throws Exception {
        asks(first);
        phone.pass(PATIENCE);
        phone.awaitState(RegistrationState.FAILED);
        phone.pass(MOMENT);
        accept(second);
        phone.dial("bob");
        assertThat(second.await(message -> message.startsWith("INVITE"), Phone.PATIENCE)).contains("sip:bob@");

        phone.pass(Duration.ofSeconds(20));
        asks(second);
        phone.pass(PATIENCE);
        phone.awaitState(RegistrationState.FAILED);
        phone.pass(Duration.ofSeconds(1));
        accept(first);
        phone.dial("carol");
        assertThat(first.await(message -> message.startsWith("INVITE"), Phone.PATIENCE)).contains("sip:carol@");
    }

    @Test
    void aRegistrarThatIsOutOfOrderIsLeftAtOnceAndOneThatRefusesUsIsNot() throws Exception {
        first.respond(asks(first), "503 Service Unavailable", "registrar", "");
        phone.awaitCause(new RegistrationCause.Refused(503));
        phone.pass(MOMENT);

        second.respond(asks(second), "403 Forbidden", "registrar", "");
        phone.awaitCause(new RegistrationCause.WrongPassword());
        phone.pass(Duration.ofSeconds(59));
        phone.awaitCause(new RegistrationCause.WrongPassword());
    }
}
