package ru.garnitura.softphone.call;

/// Lifecycle of a call as the operator knows it. Changed only by [#next].
public enum CallState {
    /// We called; nothing but 100 has come back.
    DIALING,
    /// The remote side rings, and sends no sound of its own: a local ringback tone belongs here.
    ALERTING,
    /// The remote side sends sound before it answers (183); no local ringback over it.
    EARLY_MEDIA,
    /// We are being called, and ring.
    RINGING,
    /// Both sides talk.
    CONFIRMED,
    /// Hold was asked for; the remote side has not agreed yet.
    HOLDING,
    /// We hold the remote side.
    HELD,
    /// Resume was asked for; the remote side has not agreed yet.
    RESUMING,
    /// Both sides talk, and the remote side was asked to call somebody else; what comes of it is awaited.
    TRANSFERRING,
    /// The same while we hold the remote side.
    HELD_TRANSFERRING,
    /// Over. Nothing leads out of here.
    TERMINATED;

    /// An input illegal in a state leaves the state unchanged.
    public static CallState next(CallState state, CallInput input) {
        return switch (state) {
            case DIALING -> switch (input) {
                case ALERT -> ALERTING;
                case EARLY_SOUND -> EARLY_MEDIA;
                case ANSWER -> CONFIRMED;
                case END -> TERMINATED;
                case HOLD, RESUME, TRANSFER, AGREE, REFUSE -> state;
            };
            case ALERTING -> switch (input) {
                case EARLY_SOUND -> EARLY_MEDIA;
                case ANSWER -> CONFIRMED;
                case END -> TERMINATED;
                case ALERT, HOLD, RESUME, TRANSFER, AGREE, REFUSE -> state;
            };
            case EARLY_MEDIA, RINGING -> switch (input) {
                case ANSWER -> CONFIRMED;
                case END -> TERMINATED;
                case ALERT, EARLY_SOUND, HOLD, RESUME, TRANSFER, AGREE, REFUSE -> state;
            };
            case CONFIRMED -> switch (input) {
                case HOLD -> HOLDING;
                case TRANSFER -> TRANSFERRING;
                case END -> TERMINATED;
                case ALERT, EARLY_SOUND, ANSWER, RESUME, AGREE, REFUSE -> state;
            };
            case HOLDING -> switch (input) {
                case AGREE -> HELD;
                case REFUSE -> CONFIRMED;
                case END -> TERMINATED;
                case ALERT, EARLY_SOUND, ANSWER, HOLD, RESUME, TRANSFER -> state;
            };
            case HELD -> switch (input) {
                case RESUME -> RESUMING;
                case TRANSFER -> HELD_TRANSFERRING;
                case END -> TERMINATED;
                case ALERT, EARLY_SOUND, ANSWER, HOLD, AGREE, REFUSE -> state;
            };
            case RESUMING -> switch (input) {
                case AGREE -> CONFIRMED;
                case REFUSE -> HELD;
                case END -> TERMINATED;
                case ALERT, EARLY_SOUND, ANSWER, HOLD, RESUME, TRANSFER -> state;
            };
            case TRANSFERRING -> switch (input) {
                case REFUSE -> CONFIRMED;
                case END -> TERMINATED;
                case ALERT, EARLY_SOUND, ANSWER, HOLD, RESUME, TRANSFER, AGREE -> state;
            };
            case HELD_TRANSFERRING -> switch (input) {
                case REFUSE -> HELD;
                case END -> TERMINATED;
                case ALERT, EARLY_SOUND, ANSWER, HOLD, RESUME, TRANSFER, AGREE -> state;
            };
            case TERMINATED -> state;
        };
    }

    /// Whether an input would change this state.
    public boolean takes(CallInput input) {
        return next(this, input) != this;
    }

    /// Whether the operator and the remote side hear each other.
    public boolean talking() {
        return this == CONFIRMED || this == TRANSFERRING;
    }

    /// Whether the remote side was asked to call somebody else.
    public boolean transferring() {
        return this == TRANSFERRING || this == HELD_TRANSFERRING;
    }

    /// Whether the call was answered and is not over.
    public boolean established() {
        return switch (this) {
            case CONFIRMED, HOLDING, HELD, RESUMING, TRANSFERRING, HELD_TRANSFERRING -> true;
            case DIALING, ALERTING, EARLY_MEDIA, RINGING, TERMINATED -> false;
        };
    }
}
