package ru.garnitura.desktop.link.signin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Future;

/// What an operator left on this machine, with the key to it being tried beside whatever else a sign-in takes. Any lane.
public final class Unlocking {

    private final LocalDesk desk;
    private final Future<Optional<DataKey>> key;

    private Unlocking(LocalDesk desk, Future<Optional<DataKey>> key) {
        this.desk = desk;
        this.key = key;
    }

    /// @param folder   of the operator with this login
    /// @param password copied; the copy is cleared
    public static Unlocking begin(Path folder, char[] password) throws IOException {
        var desk = new LocalDesk(folder, PasswordWrap.Cost.USUAL);
        return new Unlocking(desk, desk.unlocking(password));
    }

    LocalDesk desk() {
        return desk;
    }

    /// Empty where there is no key yet, or another password made it.
    Future<Optional<DataKey>> key() {
        return key;
    }
}
