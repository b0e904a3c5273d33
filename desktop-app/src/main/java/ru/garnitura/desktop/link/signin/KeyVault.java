package ru.garnitura.desktop.link.signin;

import java.io.IOException;
import java.util.Optional;

/// Makes, keeps and gives back the data key of one operator on this machine.
final class KeyVault {

    private final KeyWrap wrap;

    KeyVault(KeyWrap wrap) {
        this.wrap = wrap;
    }

    /// @param replaced a key was there that the password does not open: what it encrypted is lost
    record Opened(DataKey key, boolean replaced) {
    }

    /// For a password the back office has just accepted.
    Opened openOrMake(char[] password) throws IOException {
        return knownOrMade(open(password), password);
    }

    /// @param known what [#open] gave for this password
    Opened knownOrMade(Optional<DataKey> known, char[] password) throws IOException {
        if (known.isPresent()) {
            return new Opened(known.get(), false);
        }
        boolean replaced = wrap.exists();
        DataKey fresh = new DataKey(Sealing.random(DataKey.BYTES));
        wrap.keep(fresh, password);
        return new Opened(fresh, replaced);
    }

    /// Off line, that the key opens is the only proof of the password. Takes some tenths of a second, on purpose.
    Optional<DataKey> open(char[] password) throws IOException {
        return wrap.open(password);
    }

    boolean exists() {
        return wrap.exists();
    }
}
