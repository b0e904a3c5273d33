package ru.garnitura.softphone.call;

import org.jspecify.annotations.Nullable;

/// Which call the operator attends to. All others are on hold, whether their remote sides agree or not. Signaling lane.
final class Attention {

    private final Switchboard switchboard;
    private final SoftphoneLane lane;
    /// The call the operator last turned to.
    private @Nullable CallId focus;

    Attention(Switchboard switchboard, SoftphoneLane lane) {
        this.switchboard = switchboard;
        this.lane = lane;
    }

    /// The operator turns to one call: all others are put on hold, except where both are in the conference.
    void turnTo(Call call) {
        focus = call.id();
        for (Call other : switchboard.calls()) {
            if (other != call && !together(other, call)) {
                switchboard.hold(other);
            }
        }
    }

    /// A call came back from hold after the operator had turned to another one.
    void keepOneLive(Call call) {
        if (elsewhere(call)) {
            switchboard.hold(call);
        }
    }

    private boolean elsewhere(Call call) {
        Call wanted = focus == null ? null : switchboard.find(focus).orElse(null);
        return wanted != null && wanted != call && !together(wanted, call);
    }

    private static boolean together(Call one, Call other) {
        return one.audio().conference() && other.audio().conference();
    }

    /// The remote side refuses to be held. While the operator attends to another call it hears no word of that, and is not
    /// heard; else the call goes on as it was.
    void holdRefused(Call call) {
        boolean away = call.state() == CallState.HOLDING && elsewhere(call);
        if (call.take(away ? CallInput.AGREE : CallInput.REFUSE, lane.now())) {
            if (away) {
                call.aside(true);
            }
            switchboard.applyMute(call);
            switchboard.changed(call);
        }
    }

    /// Takes a call back whose remote side never agreed to be held, so that it need not be asked now; false for any other.
    boolean takeBack(Call call) {
        if (!call.aside() || !call.take(CallInput.RESUME, lane.now())) {
            return false;
        }
        call.take(CallInput.AGREE, lane.now());
        call.aside(false);
        switchboard.applyMute(call);
        switchboard.changed(call);
        return true;
    }
}
