package ru.garnitura.softphone.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// NotReady reaches the PBX by dial codes, and a caller's wish to be answered is granted to few.
class PbxQueuesTest {

    private final FakeTimers timers = new FakeTimers();
    private final ScriptedSignaling signaling = new ScriptedSignaling();
    private final ScriptedMedia media = new ScriptedMedia();
    private final Softphone softphone = new Softphone(timers.lane(), () -> signaling, media);
    private final List<SoftphoneEvent> events = new ArrayList<>();
    private final PbxQueues queues = new DialCodeQueues(softphone,
            new DialCodeQueues.Codes("*45", "*48", "*46{reason}", "*47", Map.of("break", "2")));

    @BeforeEach
    void register() {
        SipAccount plain = SipAccount.of("sip:101@pbx.example", "secret"::toCharArray, "sip:pbx.example");
        softphone.register(new SipAccount(plain.identity(), plain.route(), plain.policy(),
                new SipAccount.Permissions(true, Set.of("700"), SipAccount.Referrals.ASKED)));
        registration(RegistrationState.REGISTERED);
        softphone.subscribe(event -> {
            if (!(event instanceof SoftphoneEvent.RegistrationChanged)) {
                events.add(event);
            }
        });
    }

    private void registration(RegistrationState state) {
        signaling.remote().registrationChanged(new RegistrationSnapshot(state, new RegistrationCause.None(), Instant.EPOCH, null));
    }

    private long dialled(String code) {
        return signaling.verbs().stream().filter(verb -> verb.startsWith("invite sip:" + code + "@")).count();
    }

    @Test
    void whatWasNotTakenIsToldAgainAfterARestThatGrows() {
        queues.pause("");
        int[] rests = {20, 60, 120, 300, 300};
        for (int i = 0; i < rests.length; i++) {
            signaling.remote().ended(signaling.invited(), new CallEndCause.Busy());
            timers.pass(Duration.ofSeconds(rests[i] - 1));
            registration(RegistrationState.REGISTERED);
            assertThat(dialled("*46")).isEqualTo(i + 1);
            timers.pass(Duration.ofSeconds(1));
            assertThat(dialled("*46")).isEqualTo(i + 2);
        }
    }

    @Test
    void anotherWishOfTheOperatorsWaitsForNoRest() {
        queues.pause("");
        signaling.remote().ended(signaling.invited(), new CallEndCause.Busy());
        queues.resume();

        assertThat(dialled("*47")).isOne();
    }

    @Test
    void whatWasTakenIsNotToldAgain() {
        queues.pause("");
        signaling.remote().ended(signaling.invited(), new CallEndCause.Busy());
        timers.pass(Duration.ofSeconds(20));
        signaling.remote().answered(signaling.invited(), ScriptedMedia.remote());
        registration(RegistrationState.REGISTERED);
        assertThat(dialled("*46")).isEqualTo(2);
    }

    @Test
    void nothingIsToldBeforeTheRegistrarKnowsUsAndAllAgainAfterAnOutage() {
        registration(RegistrationState.FAILED);
        registration(RegistrationState.FAILED);
        queues.login();
        queues.pause("");
        assertThat(signaling.verbs()).noneMatch(verb -> verb.startsWith("invite"));

        registration(RegistrationState.REGISTERED);
        signaling.remote().answered(signaling.invited(), ScriptedMedia.remote());
        timers.pass(Duration.ofSeconds(2));
        signaling.remote().answered(signaling.invited(), ScriptedMedia.remote());
        assertThat(dialled("*45")).isOne();
        assertThat(dialled("*46")).isOne();
        timers.pass(Duration.ofSeconds(5));

        registration(RegistrationState.FAILED);
        registration(RegistrationState.REGISTERED);
        assertThat(dialled("*45")).as("one lost REGISTER is no outage").isOne();

        registration(RegistrationState.FAILED);
        registration(RegistrationState.FAILED);
        registration(RegistrationState.REGISTERED);
        registration(RegistrationState.REGISTERED);
        assertThat(dialled("*45")).isEqualTo(2);
    }

    /// Back to what was confirmed, while its opposite is under way.
    @Test
    void theLastWishIsTheOneThePbxHearsLast() {
        queues.resume();
        signaling.remote().answered(signaling.invited(), ScriptedMedia.remote());
        queues.pause("");
        queues.resume();
        timers.pass(Duration.ofSeconds(2));
        signaling.remote().answered(signaling.invited(), ScriptedMedia.remote());
        timers.pass(Duration.ofSeconds(2));

        assertThat(signaling.verbs().stream().filter(verb -> verb.startsWith("invite")).map(verb -> verb.substring(11, 14)))
                .containsExactly("*47", "*46", "*47");
    }

    @Test
    void theEndOfTheShiftIsToldAndDoneOnceThePbxHadItsTime() {
        CompletableFuture<Void> done = queues.logout();
        assertThat(dialled("*48")).isOne();
        signaling.remote().answered(signaling.invited(), ScriptedMedia.remote());
        timers.pass(Duration.ofSeconds(1));
        assertThat(done).isNotDone();
        timers.pass(Duration.ofSeconds(1));

        assertThat(done).isCompleted();
    }

    @Test
    void nobodyWaitsForAnExchangeThatIsAwayAtTheEndOfTheShift() {
        registration(RegistrationState.FAILED);

        assertThat(queues.logout()).isCompleted();
        assertThat(dialled("*48")).isZero();
    }

    @Test
    void aPbxHasItsTimeAfterItAnsweredAndNoMoreWhileAnotherCodeWaits() {
        queues.pause("");
        signaling.remote().answered(signaling.invited(), ScriptedMedia.remote());
        queues.resume();
        timers.pass(Duration.ofMillis(1_900));
        assertThat(dialled("*47")).as("the PBX is at work").isZero();
        timers.pass(Duration.ofMillis(100));

        assertThat(dialled("*47")).isOne();
    }

    @Test
    void aPauseIsDialledWithItsReasonAndDoneOnceThePbxAnswers() {
        queues.pause("break");
        assertThat(signaling.last()).startsWith("invite sip:*462@pbx.example");
        assertThat(softphone.snapshot().calls()).isEmpty();
        signaling.remote().answered(signaling.invited(), ScriptedMedia.remote());

        assertThat(events).containsExactly(new SoftphoneEvent.CodeDialled(PbxQueues.Matter.READINESS, "*462", null));
        assertThat(media.sessions().getFirst().verbs()).doesNotContain("start");
        timers.pass(Duration.ofSeconds(5));
        assertThat(signaling.last()).isEqualTo("end");
        assertThat(media.sessions().getFirst().verbs()).endsWith("close");
        assertThat(events).hasSize(1);
    }

    /// A PBX that refreshes the session of a call to itself, or asks it to call others.
    @Test
    void thePbxIsAnsweredWhileItListensToACode() {
        queues.pause("");
        signaling.remote().answered(signaling.invited(), ScriptedMedia.remote());
        signaling.remote().offered(signaling.invited(), ScriptedMedia.remote());
        assertThat(signaling.last()).startsWith("acceptOffer v=0").contains("a=inactive");

        signaling.remote().offered(signaling.invited(), "nonsense");
        assertThat(signaling.last()).isEqualTo("refuseOffer");
        signaling.remote().referred(signaling.invited(), "sip:900@x", Map.of());
        assertThat(signaling.last()).isEqualTo("referral 603");
    }

    @Test
    void codesAreDialledOneAfterTheOther() {
        queues.pause("");
        queues.resume();
        assertThat(signaling.verbs()).noneMatch(verb -> verb.startsWith("invite sip:*47"));
        signaling.remote().ended(signaling.invited(), new CallEndCause.NoSuchNumber());

        assertThat(events).containsExactly(new SoftphoneEvent.CodeDialled(PbxQueues.Matter.READINESS, "*46", new CallEndCause.NoSuchNumber()));
        assertThat(signaling.last()).startsWith("invite sip:*47@pbx.example");
    }

    @Test
    void aPbxThatSaysNothingIsGivenUp() {
        queues.login();
        timers.pass(Duration.ofSeconds(15));

        assertThat(events).containsExactly(new SoftphoneEvent.CodeDialled(PbxQueues.Matter.MEMBERSHIP, "*45", new CallEndCause.NoAnswer()));
    }

    @Test
    void whatWasToldIsNotToldAgainAndAnEmptyCodeNever() {
        var _ = new DialCodeQueues(softphone, new DialCodeQueues.Codes("", "", "", "", Map.of())).logout();
        queues.resume();
        queues.resume();

        assertThat(signaling.verbs().stream().filter(verb -> verb.startsWith("invite"))).hasSize(1);
    }

    private CallId invited(String number, int answerAfterMs) {
        CallId id = new CallId("call-" + number);
        signaling.remote().invited(id, new SignalingListener.Invitation(
                new RemoteParty("", number, "sip:" + number + "@x", true, CallHints.NONE), ScriptedMedia.remote(),
                InetAddress.getLoopbackAddress(), answerAfterMs, null));
        return id;
    }

    @Test
    void whoMayIsAnsweredByItselfAndTheMicrophoneOpensAfterTheWarning() {
        CallId id = invited("700", 500);
        timers.pass(Duration.ofMillis(500));

        assertThat(events).contains(new SoftphoneEvent.AnsweredByItself(id));
        assertThat(media.sessions().getFirst().verbs()).contains("mute true").doesNotContain("mute false");
        assertThat(media.cues()).containsExactly(HeadsetSound.ANSWERED_BY_ITSELF);
        timers.pass(Duration.ofSeconds(1));
        assertThat(media.sessions().getFirst().verbs()).endsWith("mute false");
    }

    @Test
    void othersOnlyRing() {
        invited("701", 0);
        timers.pass(Duration.ofSeconds(5));

        assertThat(softphone.snapshot().calls().getFirst().state()).isEqualTo(CallState.RINGING);
    }
}
