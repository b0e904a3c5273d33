package ru.garnitura.desktop.link.recordings;

import java.io.OutputStream;

/// Recordings of calls as the back office keeps them. I/O lane.
@FunctionalInterface
public interface RecordedCalls {

    /// REFUSED: this operator may not hear it.
    enum Outcome { RECEIVED, REFUSED, UNREACHABLE }

    /// Writes a recording as a WAV to `sink` as it comes; a failure may leave some there. The back office records that it
    /// was listened to.
    ///
    /// @param sha256 of the WAV, as the history names it
    Outcome fetch(String interaction, String sha256, OutputStream sink);
}
