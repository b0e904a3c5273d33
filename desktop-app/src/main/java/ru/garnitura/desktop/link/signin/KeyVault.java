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
        Optional<DataKey> known = wrap.open(password);
        if (known.isPresent()) {
            return new Opened(known.get(), false);
        }
        boolean replaced = wrap.exists();
        DataKey fresh = new DataKey(Sealing.random(DataKey.BYTES));
        wrap.keep(fresh, password);
        return new Opened(fresh, replaced);
    }

    /// Off line: that the key opens is the only proof of the password.
    Optional<DataKey> open(char[] password) throws IOException {
        return wrap.open(password);
    }

    boolean exists() {
        return wrap.exists();
    }
}
