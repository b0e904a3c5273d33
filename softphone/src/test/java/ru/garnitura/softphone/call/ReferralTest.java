package ru.garnitura.softphone.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The other side of a call asks us to call somebody: who is called at once, who only when the operator agrees.
class ReferralTest {

    private static final String OUTSIDE = "sip:+78095550134@pbx.example";

    private final FakeTimers timers = new FakeTimers();
    private final ScriptedSignaling signaling = new ScriptedSignaling();
    private final Softphone softphone = new Softphone(timers.lane(), () -> signaling, new ScriptedMedia());
    private final List<SoftphoneEvent> events = new ArrayList<>();

    @BeforeEach
    void register() {
        register(SipAccount.Referrals.ASKED);
        softphone.subscribe(events::add);
    }

    private void register(SipAccount.Referrals referrals, String... colleagues) {
        SipAccount plain = SipAccount.of("sip:101@pbx.example", "secret"::toCharArray, "sip:pbx.example");
        softphone.register(new SipAccount(plain.identity(), plain.route(),
                new SipAccount.CallPolicy(-1, 0, 3, List.of("pcma"), SrtpPolicy.OFF),
                new SipAccount.Permissions(true, Set.of(), referrals, Set.of(colleagues))));
    }

    private CallId asked(String target) {
        CallId asking = signaling.call("1");
        softphone.answer(asking);
        signaling.remote().referred(asking, target, Map.of());
        return asking;
    }

    private ReferralWish wish(CallId asking) {
        return Objects.requireNonNull(softphone.snapshot().referrals().get(asking));
    }

    private void awaitsNoWord() {
        assertThat(softphone.snapshot().referrals()).isEmpty();
        assertThat(events).anyMatch(SoftphoneEvent.ReferralSettled.class::isInstance);
    }

    private List<CallSnapshot> calls() {
        return softphone.snapshot().calls();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sip:103@pbx.example", "sip:anna.k@PBX.example:5070"})
    void anExtensionOfOurOwnIsCalledAtOnceAndReported(String target) {
        asked(target);
        CallId made = calls().getLast().id();
        assertThat(calls()).hasSize(2);
        assertThat(signaling.verbs()).contains("referral 100");

        signaling.remote().progressed(made, 180, "");
        assertThat(signaling.last()).isEqualTo("referral 180");
        signaling.remote().answered(made, ScriptedMedia.remote());

        assertThat(signaling.last()).isEqualTo("referral 200");
    }

    @Test
    void aReferralThatFailsIsReportedToo() {
        asked("sip:103@pbx.example");

        signaling.remote().ended(calls().getLast().id(), new CallEndCause.Busy());

        assertThat(signaling.last()).isEqualTo("referral 486");
    }

    @ParameterizedTest
    @ValueSource(strings = {OUTSIDE, "sip:88095550134@pbx.example", "sip:*45@pbx.example", "sip:%2A45@pbx.example",
            "sip:103@elsewhere.example", "sip:pbx.example", "sip:101@pbx.example.elsewhere", "sip:112@pbx.example", "sip:01@pbx.example",
            "sip:a89161234567@pbx.example", "sip:_81020251234567@pbx.example", "sip:103@pbx.example;maddr=203.0.113.9",
            "sip:103@pbx.example;user=phone", "sip:103@pbx.example;method=BYE"})
    void anybodyElseIsCalledOnlyWhenTheOperatorAgrees(String target) {
        CallId asking = asked(target);

        assertThat(signaling.last()).isEqualTo("referral 100");
        assertThat(calls()).hasSize(1);
        assertThat(wish(asking).uri()).isEqualTo(target);
        assertThat(events).contains(new SoftphoneEvent.ReferralAsked(asking, wish(asking)));
        softphone.followReferral(asking, wish(asking));

        awaitsNoWord();
        assertThat(calls()).hasSize(2);
        assertThat(signaling.verbs()).anyMatch(verb -> verb.startsWith("invite " + target + " "));
        signaling.remote().progressed(calls().getLast().id(), 180, "");
        assertThat(signaling.last()).isEqualTo("referral 180");
    }

    @Test
    void whereColleaguesAreKnownNobodyElseIsOne() {
        register(SipAccount.Referrals.ASKED, "103");
        asked("sip:104@pbx.example");
        assertThat(calls()).hasSize(1);
        softphone.unregister();
        register(SipAccount.Referrals.ASKED, "103");
        asked("sip:103@pbx.example;uui=692d3137;transport=tcp");

        assertThat(calls()).hasSize(2);
    }

    @Test
    void itIsSaidWhoseNumberItIsUnlessOurOwn() {
        assertThat(wish(asked(OUTSIDE))).isEqualTo(new ReferralWish("+78095550134", OUTSIDE, ""));
        softphone.unregister();
        register(SipAccount.Referrals.ASKED);

        assertThat(wish(asked("sip:103@elsewhere.example:5080")).host()).isEqualTo("elsewhere.example");
    }

    @Test
    void whoDeclinesCallsNobodyAndIsNotAskedAgainAtOnce() {
        CallId asking = asked(OUTSIDE);
        ReferralWish wish = wish(asking);
        softphone.declineReferral(asking, wish);
        softphone.followReferral(asking, wish);

        assertThat(signaling.last()).isEqualTo("referral 603");
        awaitsNoWord();
        assertThat(calls()).singleElement().matches(call -> call.state() == CallState.CONFIRMED);
        signaling.remote().referred(asking, OUTSIDE, Map.of());
        assertThat(signaling.last()).isEqualTo("referral 603");
        assertThat(softphone.snapshot().referrals()).isEmpty();
        timers.pass(Duration.ofSeconds(31));
        signaling.remote().referred(asking, OUTSIDE, Map.of());
        assertThat(softphone.snapshot().referrals()).hasSize(1);
    }

    @Test
    void onlyWhatTheOperatorSawIsCalled() {
        CallId asking = asked(OUTSIDE);
        softphone.followReferral(asking, new ReferralWish("103", "sip:103@elsewhere.example", "elsewhere.example"));

        assertThat(calls()).hasSize(1);
        assertThat(softphone.snapshot().referrals()).hasSize(1);
    }

    @Test
    void aQuestionThatNobodyAnswersIsDeclined() {
        asked(OUTSIDE);
        timers.pass(Duration.ofSeconds(44));
        assertThat(signaling.last()).isEqualTo("referral 100");
        timers.pass(Duration.ofSeconds(2));

        assertThat(signaling.last()).isEqualTo("referral 603");
        awaitsNoWord();
    }

    /// Who hands a call over often hangs up as soon as that is accepted (RFC 5589, section 6).
    @Test
    void whoHangsUpMeanwhileIsFollowedAllTheSame() {
        CallId asking = asked(OUTSIDE);
        ReferralWish wish = wish(asking);
        signaling.remote().ended(asking, new CallEndCause.EndedByPeer());
        assertThat(calls()).isEmpty();
        softphone.followReferral(asking, wish);

        assertThat(calls()).singleElement().extracting(call -> call.remote().number()).isEqualTo("+78095550134");
        awaitsNoWord();
    }

    @Test
    void whoeverTheOperatorHangsUpOnAsksForNothingAnyMore() {
        CallId asking = asked(OUTSIDE);
        softphone.end(asking);

        awaitsNoWord();
    }

    @Test
    void aPolicyMayForbidReferrals() {
        register(SipAccount.Referrals.REFUSED);
        asked("sip:103@pbx.example");

        assertThat(signaling.last()).isEqualTo("referral 603");
        assertThat(calls()).hasSize(1);
    }

    @Test
    void aPolicyMayHaveAnyFollowed() {
        register(SipAccount.Referrals.FOLLOWED);
        asked(OUTSIDE);

        assertThat(signaling.verbs()).anyMatch(verb -> verb.startsWith("invite " + OUTSIDE + " "));
    }
}
