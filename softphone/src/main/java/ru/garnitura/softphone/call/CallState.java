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
                case HOLD, RESUME, AGREE, REFUSE -> state;
            };
            case ALERTING -> switch (input) {
                case EARLY_SOUND -> EARLY_MEDIA;
                case ANSWER -> CONFIRMED;
                case END -> TERMINATED;
                case ALERT, HOLD, RESUME, AGREE, REFUSE -> state;
            };
            case EARLY_MEDIA, RINGING -> switch (input) {
                case ANSWER -> CONFIRMED;
                case END -> TERMINATED;
                case ALERT, EARLY_SOUND, HOLD, RESUME, AGREE, REFUSE -> state;
            };
            case CONFIRMED -> switch (input) {
                case HOLD -> HOLDING;
                case END -> TERMINATED;
                case ALERT, EARLY_SOUND, ANSWER, RESUME, AGREE, REFUSE -> state;
            };
            case HOLDING -> switch (input) {
                case AGREE -> HELD;
                case REFUSE -> CONFIRMED;
                case END -> TERMINATED;
                case ALERT, EARLY_SOUND, ANSWER, HOLD, RESUME -> state;
            };
            case HELD -> switch (input) {
                case RESUME -> RESUMING;
                case END -> TERMINATED;
                case ALERT, EARLY_SOUND, ANSWER, HOLD, AGREE, REFUSE -> state;
            };
            case RESUMING -> switch (input) {
                case AGREE -> CONFIRMED;
                case REFUSE -> HELD;
                case END -> TERMINATED;
                case ALERT, EARLY_SOUND, ANSWER, HOLD, RESUME -> state;
            };
            case TERMINATED -> state;
        };
    }

    /// Whether an input would change this state.
    public boolean takes(CallInput input) {
        return next(this, input) != this;
    }

    /// Whether the call was answered and is not over.
    public boolean established() {
        return switch (this) {
            case CONFIRMED, HOLDING, HELD, RESUMING -> true;
            case DIALING, ALERTING, EARLY_MEDIA, RINGING, TERMINATED -> false;
        };
    }
}
