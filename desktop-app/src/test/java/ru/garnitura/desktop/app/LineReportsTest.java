package ru.garnitura.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import ru.garnitura.assets.Words;
import ru.garnitura.desktop.ui.notice.Notice;
import ru.garnitura.desktop.ui.notice.Notices;
import ru.garnitura.desktop.ui.Appearance;
import ru.garnitura.softphone.call.CallAudio;
import ru.garnitura.softphone.call.CallDirection;
import ru.garnitura.softphone.call.CallEndCause;
import ru.garnitura.softphone.call.CallHints;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.CallTimes;
import ru.garnitura.softphone.call.PbxQueues;
import ru.garnitura.softphone.call.RegistrationCause;
import ru.garnitura.softphone.call.RegistrationSnapshot;
import ru.garnitura.softphone.call.RegistrationState;
import ru.garnitura.softphone.call.RemoteParty;
import ru.garnitura.softphone.call.SoftphoneEvent;

/// What the operator reads while a call is silent, and when the exchange does not take his state.
class LineReportsTest {

    private static final CallId CALL = new CallId("c-1");

    private final Notices notices = new Notices();
    private final LineReports reports = new LineReports(notices,
            Words.of(new SimpleObjectProperty<>(Words.ENGLISH), "desktop", Appearance.class));

    private void silent(long milliseconds) {
        reports.happened(new SoftphoneEvent.RemoteSilent(CALL, milliseconds));
    }

    private void registration(RegistrationState state) {
        reports.happened(new SoftphoneEvent.RegistrationChanged(
                new RegistrationSnapshot(state, new RegistrationCause.NoAnswer(), Instant.EPOCH, null)));
    }

    private String shown() {
        return notices.shown().isEmpty() ? "" : notices.shown().getFirst().text().getValue();
    }

    @Test
    void aSilentCallIsSaidNotToBeOverUntilSoundIsBack() {
        silent(5_000);
        assertThat(shown()).contains("Nothing is heard", "not over");
        silent(0);

        assertThat(notices.shown()).isEmpty();
    }

    @Test
    void aLostNetworkIsSaidInPlaceOfASilentCaller() {
        silent(5_000);
        registration(RegistrationState.FAILED);
        assertThat(notices.shown()).singleElement().satisfies(notice -> assertThat(notice.text().getValue()).contains("server cannot be reached"));
        registration(RegistrationState.REGISTERED);

        assertThat(shown()).contains("ask whether they hear you");
    }

    @Test
    void aNoticePutAwayDoesNotComeBackEachSecond() {
        silent(5_000);
        notices.clear("line");
        silent(6_000);

        assertThat(notices.shown()).isEmpty();
    }

    @Test
    void theEndOfTheCallEndsTheNotice() {
        silent(5_000);
        var progress = new CallSnapshot.Progress(CallState.TERMINATED, CallAudio.OPEN,
                new CallTimes(Instant.EPOCH, null, Instant.EPOCH, Instant.EPOCH), new CallEndCause.EndedByPeer());
        var remote = new RemoteParty("", "1", "sip:1@x", false, CallHints.NONE);
        reports.happened(new SoftphoneEvent.CallChanged(new CallSnapshot(CALL, CallDirection.INCOMING, remote, progress, null)));

        assertThat(notices.shown()).isEmpty();
    }

    @Test
    void aCodeTheExchangeDidNotTakeIsSaidUntilItDoes() {
        refused(PbxQueues.Matter.READINESS, "*46");
        assertThat(notices.shown()).singleElement().extracting(Notice::id).isEqualTo("queues");
        assertThat(shown()).contains("*46");
        reports.happened(new SoftphoneEvent.CodeDialled(PbxQueues.Matter.READINESS, "*46", null));

        assertThat(notices.shown()).isEmpty();
    }

    private void refused(PbxQueues.Matter matter, String code) {
        reports.happened(new SoftphoneEvent.CodeDialled(matter, code, new CallEndCause.NoSuchNumber()));
    }

    @Test
    void aRefusalPutAwayComesBackOnlyAfterTheMatterWasTaken() {
        refused(PbxQueues.Matter.READINESS, "*46");
        notices.clear("queues");
        refused(PbxQueues.Matter.READINESS, "*46");
        assertThat(notices.shown()).isEmpty();

        reports.happened(new SoftphoneEvent.CodeDialled(PbxQueues.Matter.READINESS, "*47", null));
        refused(PbxQueues.Matter.READINESS, "*46");
        assertThat(shown()).contains("*46");
    }

    @Test
    void aPauseThatIsTakenDoesNotHideARefusedLogin() {
        refused(PbxQueues.Matter.MEMBERSHIP, "*45");
        reports.happened(new SoftphoneEvent.CodeDialled(PbxQueues.Matter.READINESS, "*46", null));

        assertThat(shown()).contains("*45");
    }
}
