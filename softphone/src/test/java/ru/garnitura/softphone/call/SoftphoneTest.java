package ru.garnitura.softphone.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.BindException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class SoftphoneTest {

    private final FakeTimers timers = new FakeTimers();
    private final ScriptedSignaling signaling = new ScriptedSignaling();
    private final ScriptedMedia media = new ScriptedMedia();
    private final Softphone softphone = new Softphone(timers.lane(), () -> signaling, media);
    private final List<SoftphoneEvent> events = new ArrayList<>();

    private SipAccount account(int autoAnswerMs) {
        SipAccount plain = SipAccount.of("sip:101@pbx.example", "secret"::toCharArray, "sip:pbx.example");
        return new SipAccount(plain.identity(), plain.route(),
                new SipAccount.CallPolicy(autoAnswerMs, 0, 1, List.of("pcma"), SrtpPolicy.OFF));
    }

    private void start() {
        softphone.register(account(-1));
        softphone.subscribe(events::add);
    }

    private CallSnapshot only() {
        assertThat(softphone.snapshot().calls()).hasSize(1);
        return softphone.snapshot().calls().getFirst();
    }

    private CallId confirmed() {
        CallId id = signaling.call("+79275550134");
        softphone.answer(id);
        return id;
    }

    @Test
    void registersWhereTheAccountNamesARegistrar() {
        start();

        assertThat(signaling.verbs()).containsExactly("open sip:101@pbx.example", "register");
        assertThat(softphone.snapshot().listening()).isEqualTo("127.0.0.1:5060");
    }

    @Test
    void codecsNobodyHasAreAWrongSettingAndNoMore() {
        SipAccount plain = account(-1);
        softphone.register(new SipAccount(plain.identity(), plain.route(),
                new SipAccount.CallPolicy(-1, 0, 1, List.of("g729"), SrtpPolicy.OFF)));

        assertThat(softphone.snapshot().registration().cause()).isEqualTo(new RegistrationCause.BadSetting("codecs"));
        assertThat(signaling.verbs()).isEmpty();
    }

    @Test
    void incomingCallRingsBeforeAnythingElse() {
        start();
        CallId id = signaling.call("+79275550134");

        assertThat(signaling.last()).isEqualTo("ring");
        assertThat(events).containsExactly(new SoftphoneEvent.IncomingCall(only()));
        assertThat(only().id()).isEqualTo(id);
        assertThat(only().state()).isEqualTo(CallState.RINGING);
    }

    @Test
    void answersWithWhatMediaAnswered() {
        start();
        confirmed();

        assertThat(signaling.last()).startsWith("answer v=0");
        assertThat(only().state()).isEqualTo(CallState.CONFIRMED);
        assertThat(only().answeredAt()).isEqualTo(timers.instant());
        assertThat(media.sessions().getFirst().verbs()).endsWith("start");
    }

    @Test
    void whatIsAnsweredAtOnceIsAnsweredBeforeTheDeskHearsThatItRings() {
        List<String> sent = new ArrayList<>();
        softphone.register(account(0));
        softphone.subscribe(event -> {
            events.add(event);
            sent.add(signaling.last());
        });
        signaling.call("1");

        assertThat(sent).hasSize(3).allMatch(verb -> verb.startsWith("answer v=0"));
        assertThat(events.getFirst()).isInstanceOfSatisfying(SoftphoneEvent.IncomingCall.class,
                incoming -> assertThat(incoming.call().state()).isEqualTo(CallState.RINGING));
        assertThat(events.get(1)).isEqualTo(new SoftphoneEvent.CallChanged(only()));
        assertThat(events.getLast()).isEqualTo(new SoftphoneEvent.AnsweredByItself(only().id()));
        assertThat(only().state()).isEqualTo(CallState.CONFIRMED);
    }

    @Test
    void theMicrophoneOpensAfterTheWarningOnly() {
        softphone.register(account(0));
        signaling.call("1");
        assertThat(media.sessions().getFirst().verbs()).containsSubsequence("mute true", "start").doesNotContain("mute false");
        assertThat(media.cues()).containsExactly(HeadsetSound.ANSWERED_BY_ITSELF);

        timers.pass(Duration.ofSeconds(1));

        assertThat(media.sessions().getFirst().verbs()).endsWith("mute false");
    }

    @Test
    void whoMutesDuringTheWarningStaysMuted() {
        softphone.register(account(0));
        CallId id = signaling.call("1");
        softphone.mute(id, true);

        timers.pass(Duration.ofSeconds(1));

        assertThat(media.sessions().getFirst().verbs()).doesNotContain("mute false");
        softphone.mute(id, false);
        assertThat(media.sessions().getFirst().verbs()).endsWith("mute false");
    }

    @Test
    void noKeyOpensTheMicrophoneDuringTheWarning() {
        softphone.register(account(0));
        CallId id = signaling.call("1");
        softphone.mute(id, true);
        softphone.mute(id, false);

        assertThat(media.sessions().getFirst().verbs()).doesNotContain("mute false");
    }

    @Test
    void nothingMoreIsToldOfACallThatEndedDuringItsWarning() {
        softphone.subscribe(events::add);
        softphone.register(account(0));
        CallId id = signaling.call("+79275550134");
        signaling.remote().ended(id, new CallEndCause.EndedByPeer());
        int told = events.size();

        timers.pass(Duration.ofSeconds(2));

        assertThat(events).hasSize(told);
    }

    @Test
    void earlyMediaThatDoesNotFitIsPassedOver() {
        start();
        CallId id = softphone.dial("1", Map.of());
        signaling.remote().progressed(id, 183, "m=audio 9 RTP/AVP 18");
        assertThat(only().state()).isEqualTo(CallState.DIALING);

        signaling.remote().answered(id, ScriptedMedia.remote());

        assertThat(only().state()).isEqualTo(CallState.CONFIRMED);
    }

    @Test
    void digitsReachAMenuThatSpeaksBeforeItAnswers() {
        start();
        CallId id = softphone.dial("1", Map.of());
        signaling.remote().progressed(id, 183, ScriptedMedia.remote());

        softphone.sendDigit(id, '5');

        assertThat(media.sessions().getFirst().verbs()).endsWith("digit 5");
    }

    @Test
    void digitsGoBySignalingToWhoTakesNoTelephoneEvents() {
        start();
        media.takeNoDigits();
        CallId id = signaling.call("1");
        softphone.answer(id);

        softphone.sendDigit(id, '#');

        assertThat(signaling.last()).isEqualTo("digit #");
    }

    @Test
    void autoAnswersAfterItsTime() {
        softphone.register(account(2_000));
        signaling.call("1");

        timers.pass(Duration.ofMillis(1_999));
        assertThat(only().state()).isEqualTo(CallState.RINGING);
        timers.pass(Duration.ofMillis(1));

        assertThat(only().state()).isEqualTo(CallState.CONFIRMED);
    }

    @Test
    void aCallGoneBeforeAutoAnswerIsNotAnswered() {
        softphone.register(account(2_000));
        CallId id = signaling.call("1");
        signaling.remote().ended(id, new CallEndCause.Missed());

        timers.pass(Duration.ofSeconds(5));

        assertThat(signaling.last()).isEqualTo("ring");
    }

    @Test
    void holdSilencesTheMicrophoneAtOnceAndResumeOpensItOnlyWhenAgreed() {
        start();
        CallId id = confirmed();
        softphone.hold(id);
        assertThat(media.sessions().getFirst().verbs()).endsWith("mute true", "offer SENDONLY");
        signaling.remote().modified(id, ScriptedMedia.remote(MediaDirection.RECVONLY));
        assertThat(only().state()).isEqualTo(CallState.HELD);

        softphone.resume(id);
        assertThat(media.sessions().getFirst().verbs()).endsWith("mute true", "offer SENDRECV");
        signaling.remote().modified(id, ScriptedMedia.remote());

        assertThat(only().state()).isEqualTo(CallState.CONFIRMED);
        assertThat(media.sessions().getFirst().verbs()).endsWith("mute false");
    }

    @Test
    void mutedBeforeHoldStaysMutedAfterIt() {
        start();
        CallId id = confirmed();
        softphone.mute(id, true);
        softphone.hold(id);
        signaling.remote().modified(id, ScriptedMedia.remote());
        softphone.resume(id);
        signaling.remote().modified(id, ScriptedMedia.remote());

        assertThat(only().muted()).isTrue();
        assertThat(media.sessions().getFirst().verbs()).endsWith("mute true");
    }

    @Test
    void refusedHoldGoesOnAsBefore() {
        start();
        CallId id = confirmed();
        softphone.hold(id);

        signaling.remote().modifyRefused(id, 488);

        assertThat(only().state()).isEqualTo(CallState.CONFIRMED);
        assertThat(media.sessions().getFirst().verbs()).endsWith("mute false");
    }

    @Test
    void heldByThePeerIsShownAndAnsweredInKind() {
        start();
        CallId id = confirmed();

        signaling.remote().offered(id, ScriptedMedia.remote(MediaDirection.SENDONLY));

        assertThat(signaling.last()).contains("a=recvonly");
        assertThat(only().heldByPeer()).isTrue();
    }

    @Test
    void earlyMediaIsPlayedAndALateRingDoesNotCoverIt() {
        start();
        CallId id = softphone.dial("8 927 555-01-34", Map.of());
        signaling.remote().progressed(id, 183, ScriptedMedia.remote());
        assertThat(only().state()).isEqualTo(CallState.EARLY_MEDIA);

        signaling.remote().progressed(id, 180, "");

        assertThat(only().state()).isEqualTo(CallState.EARLY_MEDIA);
        assertThat(media.sessions().getFirst().verbs()).endsWith("accept", "start");
    }

    @Test
    void dialledNumberIsNormalised() {
        start();
        softphone.dial("8 (927) 555-01-34", Map.of());

        assertThat(signaling.last()).startsWith("invite sip:+79275550134@pbx.example v=0");
        assertThat(only().remote().number()).isEqualTo("+79275550134");
    }

    @Test
    void nonsenseIsNotDialled() {
        start();
        CallId id = softphone.dial("<>", Map.of());

        assertThat(events).singleElement().isInstanceOfSatisfying(SoftphoneEvent.CallChanged.class, changed -> {
            assertThat(changed.call().id()).isEqualTo(id);
            assertThat(changed.call().end()).isEqualTo(new CallEndCause.BadTarget());
        });
    }

    @Test
    void secondCallIsTurnedAway() {
        start();
        confirmed();
        signaling.call("2");

        assertThat(signaling.last()).isEqualTo("refuse 486");
        assertThat(events).last().isInstanceOf(SoftphoneEvent.TurnedAway.class);
        assertThat(softphone.dial("3", Map.of())).isNotNull();
        assertThat(events).last().isInstanceOfSatisfying(SoftphoneEvent.CallChanged.class,
                changed -> assertThat(changed.call().end()).isEqualTo(new CallEndCause.NoFreeLine()));
    }

    @Test
    void takenPortBecomesARegistrationCause() {
        RegistrationCause taken = new RegistrationCause.PortTaken("127.0.0.1:5060");
        signaling.failToOpen(new SignalingException("taken", taken, new BindException()));

        start();

        assertThat(softphone.snapshot().registration().state()).isEqualTo(RegistrationState.FAILED);
        assertThat(softphone.snapshot().registration().cause()).isEqualTo(taken);
    }

    @Test
    void aNewAccountTakesAFreshLineAndEndsOldCalls() {
        start();
        CallId id = confirmed();
        softphone.register(account(-1));

        assertThat(signaling.verbs()).containsSubsequence("end", "close", "open sip:101@pbx.example", "register");
        assertThat(events).anySatisfy(event -> assertThat(event).isInstanceOfSatisfying(
                SoftphoneEvent.CallChanged.class, changed -> {
                    assertThat(changed.call().id()).isEqualTo(id);
                    assertThat(changed.call().end()).isEqualTo(new CallEndCause.EndedHere());
                }));
    }

    @Test
    void unsubscribedListenerHearsNothing() {
        softphone.register(account(-1));
        Softphone.Subscription subscription = softphone.subscribe(events::add);
        subscription.close();

        signaling.call("1");

        assertThat(events).isEmpty();
    }
}
