package ru.garnitura.softphone.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ru.garnitura.softphone.call.RegistrationCause;
import ru.garnitura.softphone.call.RegistrationState;
import ru.garnitura.softphone.call.ScriptedMedia;
import ru.garnitura.softphone.call.SoftphoneEvent;
import ru.garnitura.softphone.peers.Phone;
import ru.garnitura.softphone.peers.RawPeer;

/// Registration against a registrar that is busy, forgets or wants it otherwise (FAULTS 2 and 24).
@SuppressWarnings("NullAway.Init")
class ScriptedRegistrarIT {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(3);

    private final Phone phone = new Phone("alice", new ScriptedMedia());
    private RawPeer registrar;

    @BeforeEach
    void register() throws Exception {
        registrar = new RawPeer("127.0.0.1:9");
        phone.softphone().register(phone.account("sip:127.0.0.1:" + registrar.port(), "pw-alice"));
        phone.await(() -> !phone.softphone().snapshot().listening().isEmpty());
        registrar.towards(phone.softphone().snapshot().listening());
    }

    @AfterEach
    void close() {
        phone.close();
        registrar.close();
    }

    private String asked() throws IOException {
        return registrar.await(message -> message.startsWith("REGISTER"), Phone.PATIENCE);
    }

    private void answer(String register, String status, String more) throws IOException {
        registrar.respond(register, status, "registrar", more);
    }

    private void awaitState(RegistrationState state) throws InterruptedException {
        phone.await(() -> phone.softphone().snapshot().registration().state() == state);
    }

    @Test
    void aBusyRegistrarIsAskedAgainWhenItSaidAndNotBefore() throws Exception {
        String first = asked();
        assertThat(first).contains(";rport", "Expires: ");
        long refused = System.nanoTime();
        answer(first, "503 Service Unavailable", "Retry-After: " + RETRY_AFTER.toSeconds());
        awaitState(RegistrationState.FAILED);
        assertThat(phone.softphone().snapshot().registration().cause()).isEqualTo(new RegistrationCause.Refused(503));

        answer(asked(), "200 OK", "Expires: 120");

        assertThat(Duration.ofNanos(System.nanoTime() - refused)).isBetween(RETRY_AFTER, RETRY_AFTER.plusSeconds(3));
        awaitState(RegistrationState.REGISTERED);
    }

    @Test
    void triesGoOnWithPausesThatGrow() throws Exception {
        List<Duration> pauses = new ArrayList<>();
        String register = asked();
        for (int i = 0; i < 3; i++) {
            long refused = System.nanoTime();
            answer(register, "500 Broken", "");
            register = asked();
            pauses.add(Duration.ofNanos(System.nanoTime() - refused));
        }

        assertThat(pauses.get(0)).isGreaterThan(Duration.ofMillis(450));
        assertThat(pauses.get(1)).isGreaterThan(Duration.ofMillis(950));
        assertThat(pauses.get(2)).isGreaterThan(Duration.ofMillis(1_950));
    }

    @Test
    void aStaleNonceIsNoWrongPassword() throws Exception {
        answer(asked(), "401 Unauthorized", "WWW-Authenticate: Digest realm=\"r\", nonce=\"one\", algorithm=SHA-256, qop=\"auth\"");
        String second = asked();
        assertThat(second).contains("nonce=\"one\"", "nc=00000001");
        answer(second, "401 Unauthorized", "WWW-Authenticate: Digest realm=\"r\", nonce=\"two\", stale=true, algorithm=SHA-256, qop=\"auth\"");
        String third = asked();

        assertThat(third).contains("nonce=\"two\"").doesNotContain("nonce=\"one\"");
        answer(third, "200 OK", "Expires: 120");
        awaitState(RegistrationState.REGISTERED);
        assertThat(phone.events()).noneMatch(event -> event instanceof SoftphoneEvent.RegistrationChanged changed
                && changed.registration().state() == RegistrationState.FAILED);
    }

    /// Three seconds of answers at once, and how often we asked meanwhile.
    private int asksWithin3s(String status, String more) throws IOException {
        long deadline = System.nanoTime() + Duration.ofSeconds(3).toNanos();
        int asks = 0;
        while (true) {
            Duration left = Duration.ofNanos(deadline - System.nanoTime());
            try {
                String register = registrar.await(message -> message.startsWith("REGISTER"), left);
                asks++;
                answer(register, status, more.replace("$", Integer.toString(asks)));
            } catch (AssertionError none) {
                assertThat(none).hasMessageContaining("Never came");
                return asks;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Contact: <sip:alice@127.0.0.1:9>;expires=120", "Expires: 0", "Contact: *"})
    void whoeverDoesNotListUsHasNotRegisteredUs(String more) throws Exception {
        assertThat(asksWithin3s("200 OK", more)).isLessThanOrEqualTo(4);
        assertThat(phone.softphone().snapshot().registration().cause()).isEqualTo(new RegistrationCause.NotKept());
    }

    /// Behind a NAT a registrar may list the address it sees.
    @Test
    void theAddressTheRegistrarSeesIsOursToo() throws Exception {
        String register = asked().replace(";rport", ";rport=4711;received=203.0.113.9");
        answer(register, "200 OK", "Contact: <sip:alice@203.0.113.9:4711>;expires=120");

        awaitState(RegistrationState.REGISTERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Min-Expires: 60", "Min-Expires: 2000000", "Min-Expires: 30$"})
    void aTermIsRaisedOnceAndNotAgain(String more) throws Exception {
        assertThat(asksWithin3s("423 Interval Too Brief", more)).isLessThanOrEqualTo(4);
        assertThat(phone.softphone().snapshot().registration().cause()).isEqualTo(new RegistrationCause.Refused(423));
    }

    @Test
    void aNonceThatIsStaleAgainAndAgainIsNotBelieved() throws Exception {
        String challenge = "WWW-Authenticate: Digest realm=\"r\", nonce=\"n$\", stale=true, algorithm=SHA-256, qop=\"auth\"";

        assertThat(asksWithin3s("401 Unauthorized", challenge)).isLessThanOrEqualTo(4);
    }

    @Test
    void aTooShortTermIsRaised() throws Exception {
        answer(asked(), "423 Interval Too Brief", "Min-Expires: 300");

        String again = asked();

        assertThat(again).contains("Expires: 300");
        answer(again, "200 OK", "Expires: 300");
        awaitState(RegistrationState.REGISTERED);
    }
}
