package ru.garnitura.softphone.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Up to three calls at once: who is live, who is on hold, who is handed over.
class SeveralCallsTest {

    private final FakeTimers timers = new FakeTimers();
    private final ScriptedSignaling signaling = new ScriptedSignaling();
    private final ScriptedMedia media = new ScriptedMedia();
    private final Softphone softphone = new Softphone(timers.lane(), () -> signaling, media);
    private final List<SoftphoneEvent> events = new ArrayList<>();

    @BeforeEach
    void register() {
        softphone.register(account(3, SipAccount.Permissions.USUAL));
        softphone.subscribe(events::add);
    }

    private static SipAccount account(int calls, SipAccount.Permissions permissions) {
        return account(-1, calls, permissions);
    }

    private static SipAccount account(int autoAnswerMs, int calls, SipAccount.Permissions permissions) {
        SipAccount plain = SipAccount.of("sip:101@pbx.example", "secret"::toCharArray, "sip:pbx.example");
        return new SipAccount(plain.identity(), plain.route(),
                new SipAccount.CallPolicy(autoAnswerMs, 0, calls, List.of("pcma"), SrtpPolicy.OFF), permissions);
    }

    @Test
    void nothingIsAnsweredByItselfWhileAnotherCallIsThere() {
        for (int wait : new int[] {0, 2_000}) {
            softphone.register(account(wait, 3, SipAccount.Permissions.USUAL));
            signaling.call("1");
            timers.pass(Duration.ofSeconds(3));
            CallId second = signaling.call("2");
            timers.pass(Duration.ofSeconds(3));

            assertThat(softphone.snapshot().calls().getFirst().state()).isEqualTo(CallState.CONFIRMED);
            assertThat(call(second).state()).isEqualTo(CallState.RINGING);
        }
    }

    private CallId talking(String number) {
        CallId id = signaling.call(number);
        softphone.answer(id);
        return id;
    }

    private CallId consulting(CallId about, String number) {
        CallId consultation = softphone.consult(about, number, Map.of());
        signaling.remote().modified(about, ScriptedMedia.remote());
        signaling.remote().answered(consultation, ScriptedMedia.remote());
        return consultation;
    }

    private CallSnapshot call(CallId id) {
        return softphone.snapshot().calls().stream().filter(call -> call.id().equals(id)).findFirst().orElseThrow();
    }

    private CallEndCause endOf(CallId id) {
        return events.stream().filter(SoftphoneEvent.CallChanged.class::isInstance)
                .map(event -> ((SoftphoneEvent.CallChanged) event).call())
                .filter(call -> call.id().equals(id)).map(CallSnapshot::end)
                .filter(CallEndCause.class::isInstance).map(CallEndCause.class::cast).findFirst().orElseThrow();
    }

    @Test
    void answeringASecondCallHoldsTheFirst() {
        CallId first = talking("1");
        CallId second = talking("2");

        assertThat(call(first).state()).isEqualTo(CallState.HOLDING);
        assertThat(call(second).state()).isEqualTo(CallState.CONFIRMED);
        assertThat(media.sessions().getFirst().verbs()).contains("mute true");
    }

    @Test
    void aFourthCallIsTurnedAway() {
        talking("1");
        talking("2");
        talking("3");
        signaling.call("4");

        assertThat(signaling.last()).isEqualTo("refuse 486");
        assertThat(softphone.snapshot().calls()).hasSize(3);
    }

    @Test
    void withoutCallWaitingASecondCallGetsBusyWithoutARing() {
        softphone.register(account(3, new SipAccount.Permissions(false, Set.of(), SipAccount.Referrals.ASKED)));
        talking("1");
        int before = signaling.verbs().size();
        signaling.call("2");

        assertThat(signaling.verbs().subList(before, signaling.verbs().size())).containsExactly("refuse 486");
    }

    @Test
    void swapChangesPlaces() {
        CallId first = talking("1");
        CallId second = talking("2");
        signaling.remote().modified(first, ScriptedMedia.remote());

        softphone.swap();
        signaling.remote().modified(second, ScriptedMedia.remote());
        signaling.remote().modified(first, ScriptedMedia.remote());

        assertThat(call(first).state()).isEqualTo(CallState.CONFIRMED);
        assertThat(call(second).state()).isEqualTo(CallState.HELD);
    }

    /// The operator has turned to another call before the first one came back: it goes on hold again.
    @Test
    void aLateResumeNeverMakesTwoCallsLive() {
        CallId first = talking("1");
        softphone.hold(first);
        signaling.remote().modified(first, ScriptedMedia.remote());
        softphone.resume(first);
        talking("2");

        signaling.remote().modified(first, ScriptedMedia.remote());

        assertThat(call(first).state()).isEqualTo(CallState.HOLDING);
    }

    @Test
    void consultationHoldsTheCustomerAndKnowsWhomItIsAbout() {
        CallId customer = talking("1");
        CallId consultation = consulting(customer, "102");

        assertThat(call(customer).held()).isTrue();
        assertThat(call(consultation).consults()).isEqualTo(customer);
        assertThat(call(consultation).state()).isEqualTo(CallState.CONFIRMED);
    }

    @Test
    void completeRefersTheCustomerIntoTheConsultation() {
        CallId customer = talking("1");
        CallId consultation = consulting(customer, "102");

        softphone.complete(consultation);
        assertThat(signaling.last()).isEqualTo("transferInto");
        assertThat(call(customer).state()).isEqualTo(CallState.HELD_TRANSFERRING);
        signaling.remote().transferred(customer);

        assertThat(softphone.snapshot().calls()).isEmpty();
        assertThat(endOf(customer)).isEqualTo(new CallEndCause.Transferred());
        assertThat(endOf(consultation)).isEqualTo(new CallEndCause.Transferred());
    }

    @Test
    void completeBeforeTheAnswerIsABlindTransfer() {
        CallId customer = talking("1");
        CallId consultation = softphone.consult(customer, "102", Map.of());
        signaling.remote().modified(customer, ScriptedMedia.remote());

        softphone.complete(customer);

        assertThat(signaling.verbs()).endsWith("end", "transfer sip:102@pbx.example {User-to-User=" + CallHints.userToUser("i-" + customer.value()) + "}");
        assertThat(endOf(consultation)).isEqualTo(new CallEndCause.EndedHere());
    }

    @Test
    void goBackEndsTheConsultationAndResumesTheCustomer() {
        CallId customer = talking("1");
        CallId consultation = consulting(customer, "102");

        softphone.goBack(consultation);
        signaling.remote().modified(customer, ScriptedMedia.remote());

        assertThat(softphone.snapshot().calls()).singleElement()
                .satisfies(call -> assertThat(call.state()).isEqualTo(CallState.CONFIRMED));
        assertThat(endOf(consultation)).isEqualTo(new CallEndCause.EndedHere());
    }

    @Test
    void blindTransferCarriesTheInteraction() {
        CallId id = new CallId("in");
        signaling.remote().invited(id, new SignalingListener.Invitation(new RemoteParty("", "1", "sip:1@x", false,
                new CallHints("", -1, "i-17", List.of(), Map.of())), ScriptedMedia.remote(), InetAddress.getLoopbackAddress(), -1, null));
        softphone.answer(id);

        softphone.transfer(id, "102", Map.of());

        assertThat(signaling.last()).isEqualTo("transfer sip:102@pbx.example {User-to-User=692d3137;encoding=hex}");
        assertThat(call(id).state()).isEqualTo(CallState.TRANSFERRING);
    }

    @Test
    void aFailedTransferGivesTheCallBackAndSaysWhy() {
        CallId customer = talking("1");
        softphone.transfer(customer, "102", Map.of());

        signaling.remote().transferRefused(customer, new CallEndCause.Busy());

        assertThat(call(customer).state()).isEqualTo(CallState.CONFIRMED);
        assertThat(events).last().isEqualTo(new SoftphoneEvent.TransferFailed(customer, new CallEndCause.Busy()));
    }

    @Test
    void nonsenseIsNoTransferTarget() {
        CallId customer = talking("1");
        softphone.transfer(customer, "<>", Map.of());

        assertThat(call(customer).state()).isEqualTo(CallState.CONFIRMED);
        assertThat(events).last().isEqualTo(new SoftphoneEvent.TransferFailed(customer, new CallEndCause.BadTarget()));
    }

    @Test
    void conferenceMixesWhoTalksAndDissolvesWithTheLastButOne() {
        CallId customer = talking("1");
        CallId consultation = consulting(customer, "102");

        softphone.conference();
        assertThat(media.conference()).isEmpty();
        signaling.remote().modified(customer, ScriptedMedia.remote());
        assertThat(media.conference()).containsExactlyInAnyOrder(customer, consultation);
        assertThat(softphone.snapshot().calls()).allMatch(CallSnapshot::inConference)
                .allMatch(call -> call.state() == CallState.CONFIRMED);

        softphone.end(consultation);
        assertThat(media.conference()).isEmpty();
        assertThat(call(customer).inConference()).isFalse();
        assertThat(call(customer).state()).isEqualTo(CallState.CONFIRMED);
    }

    @Test
    void aMemberOnHoldIsNotMixed() {
        CallId first = talking("1");
        CallId second = consulting(first, "102");
        softphone.conference();
        signaling.remote().modified(first, ScriptedMedia.remote());

        softphone.hold(second);

        assertThat(media.conference()).isEmpty();
        assertThat(call(second).inConference()).isTrue();
        assertThat(call(first).state()).isEqualTo(CallState.CONFIRMED);
    }

    @Test
    void aCallThatReplacesAnotherTakesItsPlaceWithoutARing() {
        CallId old = talking("102");
        CallId id = new CallId("new");
        signaling.remote().invited(id, new SignalingListener.Invitation(new RemoteParty("", "1", "sip:1@x", false,
                CallHints.NONE), ScriptedMedia.remote(), InetAddress.getLoopbackAddress(), -1, old));

        assertThat(signaling.verbs()).doesNotContainSubsequence("answer", "ring");
        assertThat(call(id).state()).isEqualTo(CallState.CONFIRMED);
        assertThat(endOf(old)).isEqualTo(new CallEndCause.Transferred());
    }

    @Test
    void aCallThatReplacesAMemberJoinsTheConferenceAndHoldsNobody() {
        CallId customer = talking("1");
        CallId consultation = consulting(customer, "102");
        softphone.conference();
        signaling.remote().modified(customer, ScriptedMedia.remote());
        int before = signaling.verbs().size();
        CallId id = new CallId("new");
        signaling.remote().invited(id, new SignalingListener.Invitation(new RemoteParty("", "103", "sip:103@x", false,
                CallHints.NONE), ScriptedMedia.remote(), InetAddress.getLoopbackAddress(), -1, consultation));

        assertThat(signaling.verbs().subList(before, signaling.verbs().size())).noneMatch(verb -> verb.startsWith("modify"))
                .last().isEqualTo("end");
        assertThat(media.conference()).containsExactlyInAnyOrder(customer, id);
        assertThat(call(customer).inConference()).isTrue();
    }

    /// Both would hear the operator otherwise, who believes that one is on hold.
    @Test
    void whoRefusesToBeHeldHearsNothingOfTheNextCall() {
        CallId customer = talking("1");
        softphone.consult(customer, "102", Map.of());

        signaling.remote().modifyRefused(customer, 488);

        assertThat(media.sessions().getFirst().verbs()).endsWith("aside true", "mute true");
        assertThat(call(customer).state()).isEqualTo(CallState.HELD);
    }

    /// It never agreed to be held, so it need not be asked to come back, and could not refuse.
    @Test
    void whoRefusedToBeHeldIsTakenBackWithoutBeingAsked() {
        CallId customer = talking("1");
        CallId consultation = softphone.consult(customer, "102", Map.of());
        signaling.remote().modifyRefused(customer, 488);
        int before = signaling.verbs().size();

        softphone.goBack(consultation);

        assertThat(signaling.verbs().subList(before, signaling.verbs().size())).containsExactly("end");
        assertThat(media.sessions().getFirst().verbs()).endsWith("aside false", "mute false");
        assertThat(call(customer).state()).isEqualTo(CallState.CONFIRMED);
    }

    @Test
    void anOfferThatCollidedIsMadeAnew() {
        CallId customer = talking("1");
        softphone.hold(customer);
        signaling.remote().offered(customer, ScriptedMedia.remote());

        signaling.remote().offerWanted(customer);

        assertThat(signaling.last()).startsWith("modify v=0\r\no=- 1 4 ").contains("a=sendonly");
    }

    private List<String> sound(int session) {
        return media.sessions().get(session).verbs();
    }

    @Test
    void whoAnswersAfterTheOperatorTookAnotherCallIsHeldAtOnce() {
        CallId outgoing = softphone.dial("1", Map.of());
        signaling.remote().progressed(outgoing, 180, "");
        talking("2");
        assertThat(sound(0)).endsWith("no ringback");

        signaling.remote().answered(outgoing, ScriptedMedia.remote());

        assertThat(call(outgoing).state()).isEqualTo(CallState.HOLDING);
        assertThat(sound(0)).doesNotContain("mute false");
    }

    @Test
    void aColleagueWhoAnswersLateWaitsOnHold() {
        CallId customer = talking("1");
        CallId consultation = softphone.consult(customer, "102", Map.of());
        signaling.remote().modified(customer, ScriptedMedia.remote());
        signaling.remote().progressed(consultation, 180, "");
        softphone.resume(customer);
        signaling.remote().modified(customer, ScriptedMedia.remote());

        signaling.remote().answered(consultation, ScriptedMedia.remote());

        assertThat(call(customer).state()).isEqualTo(CallState.CONFIRMED);
        assertThat(call(consultation).state()).isEqualTo(CallState.HOLDING);
        assertThat(sound(1)).doesNotContain("mute false");
    }

    @Test
    void whoIsBeingTransferredHearsNothingOfTheNextCallAndIsHeldIfItFails() {
        CallId customer = talking("1");
        softphone.transfer(customer, "103", Map.of());
        talking("2");
        assertThat(sound(0)).endsWith("aside true");

        signaling.remote().transferRefused(customer, new CallEndCause.Busy());

        assertThat(call(customer).state()).isEqualTo(CallState.HOLDING);
        assertThat(sound(0)).endsWith("mute true", "offer SENDONLY", "aside false", "mute true");
    }

    @Test
    void earlySoundIsQuietBesideAnotherCallAndHeardAgainAfterIt() {
        CallId menu = softphone.dial("1", Map.of());
        CallId other = talking("2");
        signaling.remote().progressed(menu, 183, ScriptedMedia.remote());
        assertThat(sound(0)).endsWith("start", "aside true");

        signaling.remote().ended(other, new CallEndCause.EndedByPeer());

        assertThat(sound(0)).endsWith("aside false");
    }
}
