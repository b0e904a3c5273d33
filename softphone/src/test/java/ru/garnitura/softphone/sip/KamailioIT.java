package ru.garnitura.softphone.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ru.garnitura.softphone.call.CallEndCause;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.RegistrationCause;
import ru.garnitura.softphone.call.RegistrationState;
import ru.garnitura.softphone.call.ScriptedMedia;
import ru.garnitura.softphone.peers.Kamailio;
import ru.garnitura.softphone.peers.Phone;

/// The same against a registrar and proxy that we did not write, with Record-Route.
class KamailioIT {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"MD5", "SHA-256"})
    void callsThroughTheProxyWithHoldAndBye(String algorithm) throws Exception {
        try (Kamailio kamailio = Kamailio.start(folder, algorithm);
                Phone alice = new Phone("alice", new ScriptedMedia());
                Phone bob = new Phone("bob", new ScriptedMedia())) {
            alice.register(kamailio.uri());
            bob.register(kamailio.uri());

            CallId outgoing = alice.dial("bob");
            CallId incoming = bob.awaitRinging().id();
            alice.awaitState(outgoing, CallState.ALERTING);
            bob.softphone().answer(incoming);
            alice.awaitState(outgoing, CallState.CONFIRMED);

            alice.softphone().hold(outgoing);
            alice.awaitState(outgoing, CallState.HELD);
            assertThat(bob.latest(incoming).heldByPeer()).isTrue();
            alice.softphone().resume(outgoing);
            alice.awaitState(outgoing, CallState.CONFIRMED);

            bob.softphone().end(incoming);
            assertThat(alice.awaitEnd(outgoing)).isEqualTo(new CallEndCause.EndedByPeer());
        }
    }

    @Test
    void wrongPasswordIsTold() throws Exception {
        try (Kamailio kamailio = Kamailio.start(folder, "SHA-256"); Phone alice = new Phone("alice", new ScriptedMedia())) {
            alice.softphone().register(alice.account(kamailio.uri(), "wrong"));

            alice.await(() -> alice.softphone().snapshot().registration().state() == RegistrationState.FAILED);

            assertThat(alice.softphone().snapshot().registration().cause())
                    .isEqualTo(new RegistrationCause.WrongPassword());
        }
    }

    /// A call that stands outlives it, and can be changed through it afterwards (FAULTS 1).
    @Test
    void aRestartedRegistrarKnowsUsAgainWithin30Seconds() throws Exception {
        try (Kamailio kamailio = Kamailio.start(folder, "MD5");
                Phone alice = new Phone("alice", new ScriptedMedia());
                Phone bob = new Phone("bob", new ScriptedMedia())) {
            alice.register(kamailio.uri());
            bob.register(kamailio.uri());
            CallId standing = alice.dial("bob");
            bob.softphone().answer(bob.awaitRinging().id());
            alice.awaitState(standing, CallState.CONFIRMED);
            var confirmed = bob.softphone().snapshot().registration().lastSuccess();
            kamailio.stop();
            kamailio.restart();

            bob.await(() -> !Objects.equals(confirmed, bob.softphone().snapshot().registration().lastSuccess())
                    && bob.softphone().snapshot().registration().state() == RegistrationState.REGISTERED,
                    Duration.ofSeconds(30));
            assertThat(alice.latest(standing).state()).isEqualTo(CallState.CONFIRMED);
            alice.softphone().hold(standing);
            alice.awaitState(standing, CallState.HELD);
            alice.dial("bob");

            bob.awaitRinging();
        }
    }
}
