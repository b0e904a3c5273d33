package ru.garnitura.desktop.app;

import java.util.function.BooleanSupplier;
import javafx.util.Subscription;
import ru.garnitura.desktop.desk.OperatorState;
import ru.garnitura.desktop.desk.Readiness;
import ru.garnitura.softphone.call.SoftphoneEvent;

/// The check of the microphone on the way to Ready, beside what else happens on the desk: neither a call nor a wrap-up is
/// covered, and neither makes anybody Ready; the check comes back after them. FX lane.
final class ReadyCheck implements AutoCloseable {

    private final SoundSheet sheet;
    private final Readiness readiness;
    private final BooleanSupplier inCall;
    private final Subscription states;

    /// Stands between NotReady and Ready from now on.
    ReadyCheck(SoundSheet sheet, Readiness readiness, BooleanSupplier inCall) {
        this.sheet = sheet;
        this.readiness = readiness;
        this.inCall = inCall;
        readiness.askBeforeReady(sheet::beforeReady, sheet::forget);
        states = readiness.standing().subscribe(this::look);
    }

    /// The devices were not checked yet: who has begun Ready is so after the check, unless a call was quicker.
    void offer() {
        if (readiness.state() == OperatorState.READY && !inCall.getAsBoolean()) {
            readiness.goNotReady("");
            readiness.goReady();
        }
    }

    /// A call that comes in is not to be covered.
    void happened(SoftphoneEvent event) {
        if (event instanceof SoftphoneEvent.IncomingCall) {
            sheet.uncover();
        } else {
            look();
        }
    }

    private void look() {
        if (readiness.state().isWrapUp()) {
            sheet.putOff();
        } else if (readiness.state() == OperatorState.NOT_READY && !inCall.getAsBoolean()) {
            sheet.goOn();
        }
    }

    /// Nobody goes Ready any more. Idempotent.
    @Override
    public void close() {
        states.unsubscribe();
        sheet.close();
    }
}
