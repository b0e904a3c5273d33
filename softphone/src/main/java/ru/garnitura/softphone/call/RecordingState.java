package ru.garnitura.softphone.call;

/// Whether a call is recorded.
public enum RecordingState {
    /// The desk's rules do not let this call be recorded, or it has not been answered.
    NONE,
    /// Nothing is recorded; the operator may begin.
    POSSIBLE,
    ON,
    /// Silence is recorded: card data is being spoken.
    PAUSED,
    /// The file can't be written any more; what it holds is kept.
    BROKEN;

    /// Something is being written.
    public boolean runs() {
        return this == ON || this == PAUSED;
    }
}
