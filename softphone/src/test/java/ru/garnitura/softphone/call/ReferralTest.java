package ru.garnitura.softphone.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
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

    @BeforeEach
    void register() {
        register(SipAccount.Referrals.ASKED);
    }

    private void register(SipAccount.Referrals referrals) {
        SipAccount plain = SipAccount.of("sip:101@pbx.example", "secret"::toCharArray, "sip:pbx.example");
        softphone.register(new SipAccount(plain.identity(), plain.route(),
                new SipAccount.CallPolicy(-1, 0, 3, List.of("pcma"), SrtpPolicy.OFF),
                new SipAccount.Permissions(true, Set.of(), referrals)));
    }

    private CallId asked(String target) {
        CallId asking = signaling.call("1");
        softphone.answer(asking);
        signaling.remote().referred(asking, target, Map.of());
        return asking;
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
            "sip:103@elsewhere.example", "sip:pbx.example", "sip:101@pbx.example.elsewhere"})
    void anybodyElseIsCalledOnlyWhenTheOperatorAgrees(String target) {
        CallId asking = asked(target);

        assertThat(signaling.last()).isEqualTo("referral 100");
        assertThat(calls()).singleElement().extracting(call -> call.wish() == null ? "" : call.wish().uri()).isEqualTo(target);
        softphone.followReferral(asking);

        assertThat(calls()).hasSize(2).allMatch(call -> call.wish() == null);
        assertThat(signaling.verbs()).anyMatch(verb -> verb.startsWith("invite " + target + " "));
        signaling.remote().progressed(calls().getLast().id(), 180, "");
        assertThat(signaling.last()).isEqualTo("referral 180");
    }

    @Test
    void whoDeclinesCallsNobody() {
        CallId asking = asked(OUTSIDE);
        softphone.declineReferral(asking);
        softphone.followReferral(asking);

        assertThat(signaling.last()).isEqualTo("referral 603");
        assertThat(calls()).singleElement().matches(call -> call.wish() == null && call.state() == CallState.CONFIRMED);
    }

    @Test
    void aQuestionThatNobodyAnswersIsDeclined() {
        asked(OUTSIDE);
        timers.pass(Duration.ofSeconds(44));
        assertThat(signaling.last()).isEqualTo("referral 100");
        timers.pass(Duration.ofSeconds(2));

        assertThat(signaling.last()).isEqualTo("referral 603");
        assertThat(calls()).singleElement().matches(call -> call.wish() == null);
    }

    @Test
    void whoHangsUpAsksForNothingAnyMore() {
        CallId asking = asked(OUTSIDE);
        signaling.remote().ended(asking, new CallEndCause.EndedByPeer());
        softphone.followReferral(asking);
        timers.pass(Duration.ofMinutes(1));

        assertThat(calls()).isEmpty();
        assertThat(signaling.last()).isEqualTo("referral 100");
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
