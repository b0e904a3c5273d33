package ru.garnitura.kb.sync;

/// What one round of synchronisation came to.
public sealed interface SyncOutcome {

    /// The copy equals the base as of now.
    ///
    /// @param changed articles put or withdrawn in this round
    record UpToDate(int changed) implements SyncOutcome {
    }

    /// The back office could not be reached; the last good copy keeps serving.
    record Offline(KbApi.Unreachable cause) implements SyncOutcome {
    }

    /// The back office's answer could not be used; nothing of it was kept.
    record Refused(KbApi.Rejected cause) implements SyncOutcome {
    }

    /// The page could not be kept here: disk full, store closed.
    record NotStored(String detail) implements SyncOutcome {
    }
}
