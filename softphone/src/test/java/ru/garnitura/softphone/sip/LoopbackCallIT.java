package ru.garnitura.softphone.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ru.garnitura.softphone.call.CallDirection;
import ru.garnitura.softphone.call.CallEndCause;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.RegistrationCause;
import ru.garnitura.softphone.call.RegistrationState;
import ru.garnitura.softphone.call.ScriptedMedia;
import ru.garnitura.softphone.call.SipAccount;
import ru.garnitura.softphone.call.SoftphoneEvent;
import ru.garnitura.softphone.peers.Phone;
import ru.garnitura.softphone.sip.digest.DigestAlgorithm;
import ru.garnitura.softphone.sip.registrar.DigestRegistrar;

/// Two softphones call each other through the stand's registrar.
class LoopbackCallIT {

    private final ScriptedMedia aliceMedia = new ScriptedMedia();
    private final ScriptedMedia bobMedia = new ScriptedMedia();
    private final Phone alice = new Phone("alice", aliceMedia);
    private final Phone bob = new Phone("bob", bobMedia);
    private DigestRegistrar registrar;
    private String uri;

    @BeforeEach
    void start() throws Exception {
        registrar = new DigestRegistrar(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                List.of(DigestAlgorithm.SHA_256, DigestAlgorithm.MD5));
        registrar.admit("alice", "pw-alice");
        registrar.admit("bob", "pw-bob");
        uri = "sip:127.0.0.1:" + registrar.address().getPort();
    }

    @AfterEach
    void stop() throws Exception {
        alice.close();
        bob.close();
        registrar.close();
    }

    private CallId answeredCall() throws InterruptedException {
        alice.register(uri);
        bob.register(uri);
        CallId outgoing = alice.dial("bob");
        bob.softphone().answer(bob.awaitRinging().id());
        alice.awaitState(outgoing, CallState.CONFIRMED);
        return outgoing;
    }

    private CallId bobsCall() {
        return bob.calls().getFirst().id();
    }

    @Test
    void registersAndSignsOut() throws Exception {
        alice.register(uri);
        assertThat(registrar.registered()).containsExactly("alice");

        alice.softphone().unregister();
        alice.await(() -> registrar.registered().isEmpty());
        assertThat(alice.softphone().snapshot().registration().state()).isEqualTo(RegistrationState.OFF);
    }

    @Test
    void wrongPasswordIsTold() throws Exception {
        alice.softphone().register(alice.account(uri, "wrong"));

        alice.await(() -> alice.softphone().snapshot().registration().state() == RegistrationState.FAILED);

        assertThat(alice.softphone().snapshot().registration().cause()).isEqualTo(new RegistrationCause.WrongPassword());
    }

    @Test
    void takenPortIsTold() throws Exception {
        alice.listen();
        String taken = alice.softphone().snapshot().listening();
        var account = bob.account("", "");
        var route = new SipAccount.Route("", "", taken, account.route().transport());

        bob.softphone().register(new SipAccount(account.identity(), route, account.policy()));

        bob.await(() -> bob.softphone().snapshot().registration().state() == RegistrationState.FAILED);
        assertThat(bob.softphone().snapshot().registration().cause()).isEqualTo(new RegistrationCause.PortTaken(taken));
    }

    @Test
    void callsAnswersAndHangsUp() throws Exception {
        CallId outgoing = answeredCall();
        CallSnapshot incoming = bob.calls().getFirst();
        assertThat(incoming.direction()).isEqualTo(CallDirection.INCOMING);
        assertThat(incoming.remote().number()).isEqualTo("alice");
        assertThat(incoming.remote().displayName()).isEqualTo("Phone alice");
        assertThat(incoming.remote().asserted()).isTrue();

        bob.softphone().end(incoming.id());

        assertThat(alice.awaitEnd(outgoing)).isEqualTo(new CallEndCause.EndedByPeer());
        assertThat(bob.awaitEnd(incoming.id())).isEqualTo(new CallEndCause.EndedHere());
        assertThat(aliceMedia.sessions().getFirst().verbs())
                .containsExactly("offer SENDRECV", "ringback", "accept", "start", "mute false", "close");
        assertThat(bobMedia.sessions().getFirst().verbs()).containsExactly("answer SENDRECV", "start", "close");
    }

    @Test
    void callerHangsUp() throws Exception {
        CallId outgoing = answeredCall();
        CallId incoming = bobsCall();

        alice.softphone().end(outgoing);

        assertThat(bob.awaitEnd(incoming)).isEqualTo(new CallEndCause.EndedByPeer());
    }

    @Test
    void ringsBeforeItIsAnswered() throws Exception {
        alice.register(uri);
        bob.register(uri);

        CallId outgoing = alice.dial("bob");

        alice.awaitState(outgoing, CallState.ALERTING);
    }

    @Test
    void rejectionIsBusyForTheCaller() throws Exception {
        alice.register(uri);
        bob.register(uri);
        CallId outgoing = alice.dial("bob");

        bob.softphone().reject(bob.awaitRinging().id());

        assertThat(alice.awaitEnd(outgoing)).isEqualTo(new CallEndCause.Busy());
    }

    @Test
    void cancelledCallIsMissed() throws Exception {
        alice.register(uri);
        bob.register(uri);
        CallId outgoing = alice.dial("bob");
        CallId incoming = bob.awaitRinging().id();
        alice.awaitState(outgoing, CallState.ALERTING);

        alice.softphone().end(outgoing);

        assertThat(bob.awaitEnd(incoming)).isEqualTo(new CallEndCause.Missed());
        assertThat(alice.awaitEnd(outgoing)).isEqualTo(new CallEndCause.EndedHere());
    }

    @Test
    void holdAndResumeBySide() throws Exception {
        CallId outgoing = answeredCall();
        CallId incoming = bobsCall();

        alice.softphone().hold(outgoing);
        alice.awaitState(outgoing, CallState.HELD);
        bob.await(() -> bob.latest(incoming).heldByPeer());
        alice.softphone().resume(outgoing);
        alice.awaitState(outgoing, CallState.CONFIRMED);
        bob.await(() -> !bob.latest(incoming).heldByPeer());

        bob.softphone().hold(incoming);
        bob.awaitState(incoming, CallState.HELD);
        alice.await(() -> alice.latest(outgoing).heldByPeer());
        bob.softphone().resume(incoming);
        bob.awaitState(incoming, CallState.CONFIRMED);
    }

    @Test
    void bothHoldingAtOnceComesToRest() throws Exception {
        CallId outgoing = answeredCall();
        CallId incoming = bobsCall();

        alice.softphone().hold(outgoing);
        bob.softphone().hold(incoming);

        alice.awaitState(outgoing, CallState.HELD);
        bob.awaitState(incoming, CallState.HELD);
    }

    @Test
    void secondCallGetsBusyWithoutARing() throws Exception {
        bob.callWaiting(false);
        answeredCall();
        try (Phone carol = new Phone("carol", new ScriptedMedia())) {
            registrar.admit("carol", "pw-carol");
            carol.register(uri);

            assertThat(carol.awaitEnd(carol.dial("bob"))).isEqualTo(new CallEndCause.Busy());
            assertThat(bob.calls()).hasSize(1);
        }
    }

    @Test
    void notReadyTurnsCallsAway() throws Exception {
        alice.register(uri);
        bob.register(uri);
        bob.softphone().setAcceptingCalls(false);
        bob.await(() -> !bob.softphone().snapshot().acceptingCalls());

        assertThat(alice.awaitEnd(alice.dial("bob"))).isEqualTo(new CallEndCause.Busy());

        assertThat(bob.awaitEvent(SoftphoneEvent.TurnedAway.class, event -> true).remote().number()).isEqualTo("alice");
        assertThat(bob.events()).noneMatch(SoftphoneEvent.IncomingCall.class::isInstance);
    }

    @Test
    void hintsTravelWithTheCall() throws Exception {
        alice.register(uri);
        bob.register(uri);

        alice.softphone().dial("bob", Map.of("X-Queue", "Поддержка", "X-Waited", "42", "X-Lang", "ru",
                "User-to-User", "692d3137;encoding=hex"));

        var hints = bob.awaitRinging().remote().hints();
        assertThat(hints.queue()).isEqualTo("Поддержка");
        assertThat(hints.waitedSeconds()).isEqualTo(42);
        assertThat(hints.interactionId()).isEqualTo("i-17");
        assertThat(hints.headers()).containsEntry("X-Lang", "ru");
    }

    @Test
    void unknownNumberIsTold() throws Exception {
        alice.register(uri);

        assertThat(alice.awaitEnd(alice.dial("nobody"))).isEqualTo(new CallEndCause.NoSuchNumber());
    }

    @Test
    void unusableOfferIsRefusedBeforeAnybodyIsTold() throws Exception {
        alice.register(uri);
        bob.register(uri);
        bobMedia.refuse("no common codec");

        assertThat(alice.awaitEnd(alice.dial("bob"))).isEqualTo(new CallEndCause.NoCommonMedia());
        assertThat(bob.events()).noneMatch(SoftphoneEvent.IncomingCall.class::isInstance);
    }

    @Test
    void registrarThatWentAwayTurnsTheLampRedAndItsReturnGreen() throws Exception {
        alice.register(uri);
        int port = registrar.address().getPort();
        registrar.close();

        alice.await(() -> alice.softphone().snapshot().registration().state() == RegistrationState.FAILED,
                Duration.ofSeconds(30));
        assertThat(alice.softphone().snapshot().registration().cause()).isEqualTo(new RegistrationCause.NoAnswer());

        registrar = new DigestRegistrar(new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                List.of(DigestAlgorithm.MD5), Map.of("alice", "pw-alice"));
        alice.await(() -> alice.softphone().snapshot().registration().state() == RegistrationState.REGISTERED,
                Duration.ofSeconds(30));
    }
}
