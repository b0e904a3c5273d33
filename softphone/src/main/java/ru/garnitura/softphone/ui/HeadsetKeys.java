package ru.garnitura.softphone.ui;

import java.util.concurrent.Executor;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.headset.HeadsetButton;
import ru.garnitura.softphone.headset.HeadsetButtons;
import ru.garnitura.softphone.headset.HeadsetLamps;

/// Joins the headset's buttons and lamps with the call at hand: the hook answers and ends, mute mutes. A button that
/// makes no sense now does nothing. FX lane.
public final class HeadsetKeys implements AutoCloseable {

    private final CallViewModel call;
    private final HeadsetButtons headset;
    private final Subscription following;

    /// @param fx runs on the FX lane
    public HeadsetKeys(CallViewModel call, HeadsetButtons headset, Executor fx) {
        this.call = call;
        this.headset = headset;
        following = Subscription.combine(call.phaseProperty().subscribe(now -> show()),
                call.callProperty().subscribe(now -> show()));
        headset.begin(button -> fx.execute(() -> pressed(button)));
    }

    private void pressed(HeadsetButton button) {
        CallPhase phase = call.phaseProperty().get();
        switch (button) {
            case OFF_HOOK -> {
                if (phase == CallPhase.INCOMING) {
                    call.answer();
                }
            }
            case ON_HOOK -> {
                if (phase.connected() || phase == CallPhase.OUTGOING) {
                    call.end();
                }
            }
            case MUTE -> {
                if (phase.connected()) {
                    call.toggleMute();
                }
            }
        }
    }

    private void show() {
        CallPhase phase = call.phaseProperty().get();
        @Nullable CallSnapshot now = call.callProperty().get();
        headset.show(new HeadsetLamps(phase == CallPhase.INCOMING, phase.connected() || phase == CallPhase.OUTGOING,
                phase.connected() && now != null && now.muted()));
    }

    @Override
    public void close() {
        following.unsubscribe();
        headset.close();
    }
}
