package ru.garnitura.softphone.call;

import java.nio.file.Path;
import javax.crypto.SecretKey;

/// Where a call is recorded to.
///
/// @param file  created, or replaced
/// @param key   AES: the sound is never on disk without it
/// @param ended told once
public record Recording(Path file, SecretKey key, Ended ended) {

    /// A recording nobody waits for.
    public Recording(Path file, SecretKey key) {
        this(file, key, whole -> { });
    }

    /// Hears that the file is closed.
    @FunctionalInterface
    public interface Ended {

        /// I/O lane.
        ///
        /// @param whole false where the disk refused; what came before is in the file, if there is one
        void ended(boolean whole);
    }
}
