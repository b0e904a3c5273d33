package ru.garnitura.desktop.link.signin;

import java.io.IOException;
import java.util.Optional;

/// Port: keeps the data key so that only its owner gets it back. [PasswordWrap] is the way that works everywhere; a
/// keyring of the operating system would be another.
interface KeyWrap {

    /// The key, where there is one and the secret fits.
    ///
    /// @throws IOException where the place can't be read
    Optional<DataKey> open(char[] secret) throws IOException;

    /// Keeps `key` instead of what was there.
    void keep(DataKey key, char[] secret) throws IOException;

    boolean exists();
}
