package ru.garnitura.desktop.app;

import java.util.HashSet;
import java.util.Set;
import ru.garnitura.assets.Words;
import ru.garnitura.desktop.ui.notice.Notice;
import ru.garnitura.desktop.ui.notice.Notices;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.DeviceNotice;
import ru.garnitura.softphone.call.RecordingState;
import ru.garnitura.softphone.call.RegistrationCause;
import ru.garnitura.softphone.call.RegistrationSnapshot;
import ru.garnitura.softphone.call.RegistrationState;
import ru.garnitura.softphone.call.SoftphoneEvent;

/// What the operator must do something about on the telephone's side; the lamp says the rest. FX lane.
final class PhoneReports {

    private static final String SIP = "sip";
    private static final String DEVICE = "device";
    private static final String RECORDING = "recording";

    private final Notices notices;
    private final Words words;
    private final LineReports line;
    private final Set<CallId> unrecorded = new HashSet<>();

    PhoneReports(Notices notices, Words words) {
        this.notices = notices;
        this.words = words;
        line = new LineReports(notices, words);
    }

    void happened(SoftphoneEvent event) {
        line.happened(event);
        switch (event) {
            case SoftphoneEvent.RegistrationChanged changed -> registration(changed.registration());
            case SoftphoneEvent.DeviceChanged changed -> device(changed.notice());
            case SoftphoneEvent.CallChanged changed -> recording(changed.call());
            case SoftphoneEvent.IncomingCall _, SoftphoneEvent.TurnedAway _,
                    SoftphoneEvent.DigitReceived _, SoftphoneEvent.RemoteSilent _, SoftphoneEvent.TransferFailed _,
                    SoftphoneEvent.AnsweredByItself _,
                    SoftphoneEvent.ReferralAsked _, SoftphoneEvent.ReferralSettled _,
                    SoftphoneEvent.CodeDialled _ -> { }
        }
    }

    /// A call would not be heard.
    void devicesMissing() {
        missing(DeviceNotice.Place.BOTH);
    }

    private void missing(DeviceNotice.Place place) {
        notices.show(Notice.warning(DEVICE, words.text(switch (place) {
            case MICROPHONE -> "notice.device.none.microphone";
            case HEADSET -> "notice.device.none.headset";
            case BOTH -> "notice.device.none";
        })));
    }

    private void registration(RegistrationSnapshot now) {
        if (now.state() != RegistrationState.FAILED) {
            notices.clear(SIP);
            return;
        }
        switch (now.cause()) {
            case RegistrationCause.PortTaken(String listen) ->
                    notices.show(Notice.trouble(SIP, words.text("notice.sip.port-taken", listen)));
            case RegistrationCause.WrongPassword _ ->
                    notices.show(Notice.trouble(SIP, words.text("notice.sip.wrong-password")));
            case RegistrationCause.None _, RegistrationCause.NoCommonAlgorithm _, RegistrationCause.NoAnswer _,
                    RegistrationCause.UnknownHost _, RegistrationCause.NoNetwork _, RegistrationCause.BadSetting _,
                    RegistrationCause.Certificate _, RegistrationCause.NotKept _, RegistrationCause.Refused _ -> notices.clear(SIP);
        }
    }

    /// Said once about a call, and as long as it goes on.
    private void recording(CallSnapshot call) {
        if (call.recording() == RecordingState.BROKEN && call.state() != CallState.TERMINATED) {
            if (unrecorded.add(call.id())) {
                notices.show(Notice.trouble(RECORDING, words.text("notice.recording.broken")));
            }
        } else if (unrecorded.remove(call.id()) && unrecorded.isEmpty()) {
            notices.clear(RECORDING);
        }
    }

    private void device(DeviceNotice notice) {
        switch (notice.kind()) {
            case NONE_AVAILABLE -> missing(notice.place());
            case REPLACED -> notices.show(Notice.news(DEVICE, words.text(
                    notice.place() == DeviceNotice.Place.MICROPHONE ? "notice.device.replaced.microphone"
                            : "notice.device.replaced", notice.device())));
            case OPENED -> notices.clear(DEVICE);
        }
    }
}
