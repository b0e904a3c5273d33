package ru.garnitura.desktop.localapi;

import java.util.function.Consumer;
import java.util.function.Supplier;
import ru.garnitura.desktop.desk.Standing;
import ru.garnitura.softphone.call.Softphone;

/// What the local control interface shows and drives.
///
/// @param softphone thread-safe
/// @param standing  the operator's state as of now; any thread
/// @param standings gives each change of it to the consumer, from any thread, until the returned task is run
public record LocalDesk(Softphone softphone, Supplier<Standing> standing, Standings standings) {

    /// Changes of the operator's state.
    @FunctionalInterface
    public interface Standings {

        Runnable follow(Consumer<Standing> listener);
    }
}
