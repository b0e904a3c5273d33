package ru.garnitura.desktop.app;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import ru.garnitura.desktop.link.DeskLink;
import ru.garnitura.desktop.link.recordings.RecordingSender;
import ru.garnitura.kb.KbModule;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.SoftphoneEvent;

/// Leaves the line to the voice: while a call stands, the knowledge base loads and recordings are sent slowly. FX lane.
final class LineCare {

    static final long IN_A_CALL = RecordingSender.IN_A_CALL;

    private final Set<CallId> standing = new HashSet<>();
    private final LongConsumer limit;

    /// @param limit takes bytes a second, 0 for none
    LineCare(LongConsumer limit) {
        this.limit = limit;
    }

    /// Of all that is loaded and sent in the background: what goes up and what comes down share no line.
    static LineCare of(DeskLink link, Optional<KbModule> base) {
        return new LineCare(limit -> {
            link.limitTo(limit);
            base.ifPresent(module -> module.limitTo(limit));
        });
    }

    void happened(SoftphoneEvent event) {
        switch (event) {
            case SoftphoneEvent.IncomingCall incoming -> changed(incoming.call());
            case SoftphoneEvent.CallChanged change -> changed(change.call());
            case SoftphoneEvent.TurnedAway _, SoftphoneEvent.AnsweredByItself _,
            SoftphoneEvent.ReferralAsked _, SoftphoneEvent.ReferralSettled _,
            SoftphoneEvent.CodeDialled _,
                    SoftphoneEvent.TransferFailed _, SoftphoneEvent.RegistrationChanged _,
                    SoftphoneEvent.DigitReceived _, SoftphoneEvent.DeviceChanged _, SoftphoneEvent.RemoteSilent _ -> { }
        }
    }

    private void changed(CallSnapshot call) {
        boolean quiet = standing.isEmpty();
        if (call.state() == CallState.TERMINATED) {
            standing.remove(call.id());
        } else {
            standing.add(call.id());
        }
        if (quiet != standing.isEmpty()) {
            limit.accept(standing.isEmpty() ? 0 : IN_A_CALL);
        }
    }
}
