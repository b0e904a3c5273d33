package ru.garnitura.desktop.app;

import java.util.HashSet;
import java.util.Set;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.SoftphoneEvent;

/// Makes a ring impossible to miss while a call rings: sound, and the window comes forward. FX lane.
final class RingAlarm {

    private final Set<CallId> ringing = new HashSet<>();
    private final Bell bell;

    /// What rings.
    interface Bell {

        /// The first of the calls began to ring.
        void start(CallSnapshot call);

        /// No call rings any more.
        void stop();
    }

    RingAlarm(Bell bell) {
        this.bell = bell;
    }

    void happened(SoftphoneEvent event) {
        switch (event) {
            case SoftphoneEvent.IncomingCall incoming -> changed(incoming.call());
            case SoftphoneEvent.CallChanged change -> changed(change.call());
            case SoftphoneEvent.TurnedAway _, SoftphoneEvent.RegistrationChanged _, SoftphoneEvent.DigitReceived _,
                    SoftphoneEvent.DeviceChanged _, SoftphoneEvent.RemoteSilent _,
                    SoftphoneEvent.TransferFailed _,
                    SoftphoneEvent.AnsweredByItself _,
                    SoftphoneEvent.ReferralAsked _, SoftphoneEvent.ReferralSettled _,
                    SoftphoneEvent.CodeDialled _ -> { }
        }
    }

    private void changed(CallSnapshot call) {
        boolean before = !ringing.isEmpty();
        if (call.state() == CallState.RINGING) {
            ringing.add(call.id());
        } else {
            ringing.remove(call.id());
        }
        if (!before && !ringing.isEmpty()) {
            bell.start(call);
        } else if (before && ringing.isEmpty()) {
            bell.stop();
        }
    }
}
