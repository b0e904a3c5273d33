package ru.garnitura.softphone.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import ru.garnitura.softphone.call.CallEndCause;
import ru.garnitura.softphone.call.CallHints;
import ru.garnitura.softphone.call.DeviceNotice;
import ru.garnitura.softphone.call.MediaSnapshot;
import ru.garnitura.softphone.call.RemoteParty;
import ru.garnitura.softphone.call.ScriptedMedia;

class CallViewModelTest {

    private final ScriptedDesk desk = new ScriptedDesk();
    private final CallViewModel call = desk.ui.call();

    @Test
    void anIncomingCallRingsAndCountsDown() {
        desk.irinaCalls();
        desk.pass(Duration.ofSeconds(10));

        assertThat(call.phaseProperty().get()).isEqualTo(CallPhase.INCOMING);
        assertThat(call.meters().offerLeftProperty().get()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void anOfferThatRunsOutGoesToOthers() {
        desk.irinaCalls();
        desk.pass(Duration.ofSeconds(30));

        assertThat(desk.signaling.verbs()).contains("refuse 486");
        assertThat(call.phaseProperty().get()).isEqualTo(CallPhase.NONE);
    }

    @Test
    void theTimerCountsFromTheAnswer() {
        desk.irinaCalls();
        desk.pass(Duration.ofSeconds(4));
        call.answer();
        desk.pass(Duration.ofMillis(2_600));

        assertThat(call.phaseProperty().get()).isEqualTo(CallPhase.TALKING);
        assertThat(call.meters().elapsedProperty().get()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void holdHasItsOwnTimerRemindsTwiceAndBreaksItsPromise() {
        var reminders = new AtomicInteger();
        call.meters().onHoldReminder(reminders::incrementAndGet);
        desk.irinaHeld(desk.irinaTalks());

        desk.pass(Duration.ofSeconds(31));
        assertThat(reminders).hasValue(1);
        desk.pass(Duration.ofSeconds(15));
        desk.pass(Duration.ofSeconds(10));
        assertThat(reminders).hasValue(2);
        assertThat(call.meters().heldProperty().get()).isEqualTo(Duration.ofSeconds(56));
        assertThat(call.meters().promiseBrokenProperty().get()).isFalse();
        desk.pass(Duration.ofSeconds(5));
        assertThat(call.meters().promiseBrokenProperty().get()).isTrue();
    }

    @Test
    void theCustomerIsRememberedWhileAColleagueIsConsulted() {
        var reminders = new AtomicInteger();
        call.meters().onHoldReminder(reminders::incrementAndGet);
        var customer = desk.irinaTalks();
        call.consult("102");
        desk.signaling.remote().modified(customer, ScriptedMedia.remote());
        desk.signaling.remote().answered(desk.softphone.snapshot().calls().getLast().id(), ScriptedMedia.remote());
        assertThat(call.phaseProperty().get()).isEqualTo(CallPhase.TALKING);

        desk.pass(Duration.ofSeconds(31));
        assertThat(reminders).hasValue(1);
        desk.pass(Duration.ofSeconds(15));
        desk.pass(Duration.ofSeconds(60));
        assertThat(reminders).hasValue(2);
        assertThat(call.heldFor(call.others().getFirst())).isEqualTo(Duration.ofSeconds(106));
    }

    @Test
    void resumeClearsTheHold() {
        var id = desk.irinaTalks();
        desk.irinaHeld(id);
        desk.pass(Duration.ofSeconds(20));
        call.toggleHold();
        desk.signaling.remote().modified(id, ScriptedMedia.remote());

        assertThat(call.phaseProperty().get()).isEqualTo(CallPhase.TALKING);
        assertThat(call.meters().heldProperty().get()).isEqualTo(Duration.ZERO);
    }

    @Test
    void muteIsATogglingVerb() {
        desk.irinaTalks();

        call.toggleMute();
        call.toggleMute();

        assertThat(desk.media.session().verbs()).containsSubsequence("mute true", "mute false");
    }

    @Test
    void aHeldEndKeyEndsOneCallOnly() {
        desk.irinaTalks();
        call.end();
        desk.pass(Duration.ofMillis(30));
        desk.irinaTalks();
        for (var repeat = 0; repeat < 50; repeat++) {
            call.end();
            desk.pass(Duration.ofMillis(30));
        }

        assertThat(call.phaseProperty().get()).isEqualTo(CallPhase.TALKING);
        desk.pass(Duration.ofSeconds(1));
        call.end();
        assertThat(call.phaseProperty().get()).isEqualTo(CallPhase.NONE);
    }

    @Test
    void theEndKeyDoesNotRefuseARingingCall() {
        desk.irinaCalls();

        call.end();

        assertThat(call.phaseProperty().get()).isEqualTo(CallPhase.INCOMING);
    }

    @Test
    void whoHungUpStaysToBeReadForAWhile() {
        var id = desk.irinaTalks();
        desk.signaling.remote().ended(id, new CallEndCause.EndedByPeer());

        assertThat(call.phaseProperty().get()).isEqualTo(CallPhase.ENDED);
        desk.pass(Duration.ofSeconds(5));
        assertThat(call.phaseProperty().get()).isEqualTo(CallPhase.NONE);
    }

    @Test
    void aNewCallTakesThePlaceOfAnEndedOne() {
        desk.signaling.remote().ended(desk.irinaTalks(), new CallEndCause.EndedByPeer());

        desk.irinaCalls();

        assertThat(call.phaseProperty().get()).isEqualTo(CallPhase.INCOMING);
        assertThat(call.meters().mediaProperty().get()).isEqualTo(desk.softphone.media(
                desk.softphone.snapshot().calls().getFirst().id()));
    }

    @Test
    void nothingTicksWithoutACall() {
        var idle = desk.ticker.running();
        desk.irinaTalks();
        assertThat(desk.ticker.running()).isEqualTo(idle + 1);
        call.end();

        assertThat(desk.ticker.running()).isEqualTo(idle);
        assertThat(call.meters().mediaProperty().get()).isEqualTo(MediaSnapshot.NONE);
    }

    @Test
    void devicesAndSilenceAreTold() {
        desk.irinaTalks();

        desk.media.remote().deviceChanged(new DeviceNotice(DeviceNotice.Kind.REPLACED, DeviceNotice.Place.HEADSET,
                "Jabra Evolve2 40"));
        desk.media.remote().silentFor(6_000);

        assertThat(call.meters().silenceProperty().get()).isEqualTo(Duration.ofSeconds(6));
        assertThat(call.meters().deviceProperty().get()).isNotNull();
    }

    @Test
    void dialledNumbersAreNormalised() {
        call.dial("8 (927) 555-01-34");

        assertThat(desk.signaling.verbs()).anyMatch(verb -> verb.startsWith("invite sip:+79275550134@"));
        assertThat(call.phaseProperty().get()).isEqualTo(CallPhase.OUTGOING);
    }

    @Test
    void aConsultationBecomesAConference() {
        var customer = desk.irinaTalks();
        call.consult("102");
        desk.signaling.remote().modified(customer, ScriptedMedia.remote());
        var consultation = desk.softphone.snapshot().calls().getLast().id();
        desk.signaling.remote().answered(consultation, ScriptedMedia.remote());
        assertThat(call.groupingProperty().get()).isEqualTo(new CallGrouping(true, true, true));

        call.conference();
        desk.signaling.remote().modified(customer, ScriptedMedia.remote());

        assertThat(call.groupingProperty().get()).isEqualTo(new CallGrouping(true, false, false));
        assertThat(call.others()).singleElement().satisfies(other -> assertThat(other.inConference()).isTrue());
    }

    @Test
    void aSecondCallThatNobodyAnswersGoesToOthers() {
        desk.irinaTalks();
        desk.calls(new RemoteParty("", "2", "sip:2@x", false, CallHints.NONE));
        desk.pass(Duration.ofSeconds(30));

        assertThat(desk.signaling.last()).isEqualTo("refuse 486");
        assertThat(call.phaseProperty().get()).isEqualTo(CallPhase.TALKING);
    }

    @Test
    void aConsultationThatFailsSaysWhyAndTheCustomerIsAtHandAgain() {
        desk.irinaTalks();
        call.consult("102");
        desk.signaling.remote().ended(desk.softphone.snapshot().calls().getLast().id(), new CallEndCause.Busy());

        assertThat(call.setbackProperty().get()).isEqualTo(new CallEndCause.Busy());
        assertThat(call.phaseProperty().get()).isEqualTo(CallPhase.HELD);
    }

    @Test
    void closingStopsListening() {
        desk.ui.close();
        desk.irinaCalls();

        assertThat(call.phaseProperty().get()).isEqualTo(CallPhase.NONE);
        assertThat(desk.ticker.running()).isZero();
    }
}
