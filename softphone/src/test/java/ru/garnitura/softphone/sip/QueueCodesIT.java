package ru.garnitura.softphone.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import ru.garnitura.softphone.call.CallEndCause;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.DialCodeQueues;
import ru.garnitura.softphone.call.PbxQueues;
import ru.garnitura.softphone.call.RegistrationState;
import ru.garnitura.softphone.call.ScriptedMedia;
import ru.garnitura.softphone.call.SoftphoneEvent;
import ru.garnitura.softphone.peers.Phone;
import ru.garnitura.softphone.peers.RawPeer;
import ru.garnitura.softphone.sip.digest.DigestAlgorithm;
import ru.garnitura.softphone.sip.registrar.DigestRegistrar;

/// NotReady on the wire: dial codes that the stand's exchange takes, calls of the queue that stay away, and 486 without a
/// ring for those that come all the same.
class QueueCodesIT {

    private DigestRegistrar exchange = newExchange(0);
    private final AtomicReference<Duration> slept = new AtomicReference<>(Duration.ZERO);
    private final Phone operator = new Phone("alice", new ScriptedMedia(), () -> Instant.now().plus(slept.get()));
    private final Phone customer = new Phone("bob", new ScriptedMedia());
    private final PbxQueues queues = new DialCodeQueues(operator.softphone(),
            new DialCodeQueues.Codes("*45", "*48", "*46", "*47", Map.of()));

    private static DigestRegistrar newExchange(int port) {
        try {
            return new DigestRegistrar(new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                    List.of(DigestAlgorithm.SHA_256), Map.of("alice", "pw-alice", "bob", "pw-bob"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void register() throws InterruptedException {
        queues.login();
        operator.register(uri());
        customer.register(uri());
    }

    @AfterEach
    void close() {
        operator.close();
        customer.close();
        exchange.close();
    }

    private String uri() {
        return "sip:127.0.0.1:" + exchange.address().getPort();
    }

    private void awaitTaken(String code) throws InterruptedException {
        operator.awaitEvent(SoftphoneEvent.CodeDialled.class, dialled -> dialled.code().equals(code) && dialled.failure() == null);
    }

    @Test
    void aPauseIsTakenByTheExchangeAndCallsOfTheQueueStayAwayUntilResumed() throws Exception {
        awaitTaken("*45");
        queues.pause("break");
        awaitTaken("*46");
        operator.await(() -> exchange.paused().equals(Set.of("alice")));

        CallId kept = customer.softphone().dial("alice", Map.of("X-Queue", "support"));
        assertThat(customer.awaitEnd(kept)).isEqualTo(new CallEndCause.NoAnswer());
        assertThat(operator.events()).noneMatch(SoftphoneEvent.IncomingCall.class::isInstance)
                .noneMatch(SoftphoneEvent.TurnedAway.class::isInstance);

        queues.resume();
        awaitTaken("*47");
        operator.await(() -> exchange.paused().isEmpty());
        customer.softphone().dial("alice", Map.of("X-Queue", "support"));
        operator.awaitRinging();
    }

    /// The exchange answers first and works afterwards.
    @Test
    void aCodeIsHeardOutThoughAnotherWaits() throws Exception {
        queues.pause("");
        queues.resume();

        operator.await(() -> exchange.paused().contains("alice"));
        operator.await(() -> exchange.paused().isEmpty());
    }

    @Test
    void whoLeftGetsNoCallsOfTheQueue() throws Exception {
        awaitTaken("*45");
        queues.logout().get(Phone.PATIENCE.toSeconds(), TimeUnit.SECONDS);

        CallId kept = customer.softphone().dial("alice", Map.of("X-Queue", "support"));
        assertThat(customer.awaitEnd(kept)).isEqualTo(new CallEndCause.NoAnswer());
        assertThat(operator.events()).noneMatch(SoftphoneEvent.IncomingCall.class::isInstance);
    }

    /// Wrap-up and NotReady are one thing here: calls are not accepted.
    @Test
    void aCallThatComesAllTheSameGetsBusyWithoutARing() throws Exception {
        operator.softphone().setAcceptingCalls(false);
        operator.await(() -> !operator.softphone().snapshot().acceptingCalls());
        try (RawPeer caller = new RawPeer(operator.softphone().snapshot().listening())) {
            caller.send("INVITE", "unwelcome", RawPeer.offer());
            String first = caller.await(message -> !message.startsWith("SIP/2.0 100"), Phone.PATIENCE);

            assertThat(first).startsWith("SIP/2.0 486");
        }
        CallId direct = customer.dial("alice");
        assertThat(customer.awaitEnd(direct)).isEqualTo(new CallEndCause.Busy());
        assertThat(operator.events()).noneMatch(SoftphoneEvent.IncomingCall.class::isInstance);
    }

    private long failures() {
        return operator.events().stream().filter(event -> event instanceof SoftphoneEvent.RegistrationChanged changed
                && changed.registration().state() == RegistrationState.FAILED).count();
    }

    /// The exchange was away and has forgotten: it is told again once the registrar answers. A sleep has it asked at once,
    /// so that the wait is for two unanswered tries and not for the next look as well. A try that came to nothing before,
    /// while this machine was slow, is none of the two.
    @Test
    @Tag("full")
    void anExchangeThatForgotIsToldAgain() throws Exception {
        queues.pause("");
        awaitTaken("*46");
        int port = exchange.address().getPort();
        exchange.close();
        operator.forget();
        slept.set(Duration.ofMinutes(1));
        operator.await(() -> failures() > 1, Duration.ofSeconds(60));
        exchange = newExchange(port);

        operator.await(() -> exchange.paused().contains("alice"), Duration.ofSeconds(60));
    }
}
