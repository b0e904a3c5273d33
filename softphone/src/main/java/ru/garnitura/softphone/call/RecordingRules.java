package ru.garnitura.softphone.call;

/// What the desk says about recording calls. Consultations are never recorded: they are not the customer's.
///
/// @param place where the next recording goes
public record RecordingRules(When when, Place place) {

    public static final RecordingRules NEVER = new RecordingRules(When.NEVER, call -> {
        throw new IllegalStateException("nothing may be recorded at this desk");
    });

    /// When a call is recorded.
    public enum When {
        NEVER,
        /// The operator begins.
        ON_DEMAND,
        /// From the first word on; the operator may pause.
        ALWAYS
    }

    /// Chooses files.
    @FunctionalInterface
    public interface Place {

        /// Signaling lane; touches no disk.
        Recording next(CallId call);
    }
}
