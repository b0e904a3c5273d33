package ru.garnitura.softphone.call;

import java.util.Comparator;
import java.util.Optional;

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
                sound(other);
            }
        }
    }

    /// A call can be talked on from now: answered, back from hold, or kept by who should have taken it over. Where the operator
    /// has turned to another one meanwhile it is put on hold at once, else it is heard.
    void keepOneLive(Call call) {
        if (elsewhere(call)) {
            switchboard.hold(call);
        }
        call.aside(false);
        switchboard.applyMute(call);
    }

    /// What can't be held, since it is not answered yet or its transfer is awaited, neither hears the operator nor is heard while he
    /// attends to another call.
    void sound(Call call) {
        switch (call.state()) {
            case ALERTING -> call.ringback(!elsewhere(call));
            case EARLY_MEDIA, TRANSFERRING -> call.aside(elsewhere(call));
            case DIALING, RINGING, CONFIRMED, HOLDING, HELD, RESUMING, HELD_TRANSFERRING, TERMINATED -> { }
        }
    }

    /// The call the operator attended to is over: what was quiet meanwhile is heard again.
    void left(Call ended) {
        if (ended.id().equals(focus)) {
            focus = null;
            switchboard.calls().forEach(this::sound);
        }
    }

    /// Ends the consultation a call belongs to, and takes the call back that it was about.
    void goBack(Call either) {
        switchboard.transfers().consultationOf(either).ifPresent(consultation -> {
            Optional<Call> about = Optional.ofNullable(consultation.consults()).flatMap(switchboard::find);
            switchboard.end(consultation);
            about.ifPresent(switchboard::resume);
        });
    }

    /// Turns to the call that has been on hold the longest; the one at hand is put on hold.
    void swap() {
        switchboard.calls().stream().filter(call -> call.state().takes(CallInput.RESUME))
                .min(Comparator.comparing(call -> call.snapshot().since())).ifPresent(switchboard::resume);
    }

    /// Whether the operator attends to another call than this one.
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
