package ru.garnitura.softphone.ui;

import ru.garnitura.softphone.call.CallState;

/// What the call bar is about.
public enum CallPhase {
    /// No call: the bar is not there.
    NONE,
    /// Somebody calls and we ring.
    INCOMING,
    /// We call and nobody has answered yet.
    OUTGOING,
    TALKING,
    /// We hold the other side.
    HELD,
    /// The call is over and its cause is worth reading.
    ENDED;

    static CallPhase of(CallState state) {
        return switch (state) {
            case RINGING -> INCOMING;
            case DIALING, ALERTING, EARLY_MEDIA -> OUTGOING;
            case CONFIRMED, TRANSFERRING -> TALKING;
            case HOLDING, HELD, RESUMING, HELD_TRANSFERRING -> HELD;
            case TERMINATED -> ENDED;
        };
    }

    /// Both sides are connected.
    public boolean connected() {
        return this == TALKING || this == HELD;
    }
}
