package ru.garnitura.desktop.app;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ru.garnitura.desktop.link.BackOfficeLink;
import ru.garnitura.desktop.link.LinkNeeds;
import ru.garnitura.desktop.settings.WindowMemory;
import ru.garnitura.desktop.ui.Appearance;

/// What a start does before there is a window: claims the data folder, makes the lanes, and has the way in opened on the
/// I/O lane while the toolkit starts. Made on a thread of its own, `groundwork`, used on the FX lane.
final class Groundwork implements AutoCloseable {

    private final Launch launch;
    private final SingleInstance instance;
    private final Lanes lanes;
    private final WindowMemory memory;
    private final Appearance appearance;
    private final @Nullable Entrance entrance;

    private Groundwork(Launch launch, SingleInstance instance, Lanes lanes) {
        this.launch = launch;
        this.instance = instance;
        this.lanes = lanes;
        memory = WindowMemory.read(launch.data(), lanes.io());
        appearance = new Appearance(memory, launch.look(), Clock.system(ZoneId.systemDefault()));
        entrance = launch.server() == null ? null : Entrance.bySingleSignOn(this::link, launch.server(), launch.data(), lanes.io());
    }

    /// @param fx    runs tasks on the FX lane, from the start of the toolkit
    /// @param woken told on a thread of its own when a second start asks this one to come forward, with a link or nothing
    /// @return empty where another process has the data folder
    static Optional<Groundwork> lay(Launch launch, Executor fx, Consumer<String> woken) throws IOException {
        return SingleInstance.claim(launch.data(), woken).map(instance -> new Groundwork(launch, instance, Lanes.of(fx)));
    }

    Launch launch() {
        return launch;
    }

    Lanes lanes() {
        return lanes;
    }

    WindowMemory memory() {
        return memory;
    }

    Appearance appearance() {
        return appearance;
    }

    /// The way in of this start; null where there is no back office.
    @Nullable Entrance entrance() {
        return entrance;
    }

    /// A way in for a person at the window, after somebody signed out.
    Entrance anotherEntrance(URI server) {
        return Entrance.byPerson(this::link, server, lanes.io());
    }

    private BackOfficeLink link(URI server) {
        return new BackOfficeLink(new LinkNeeds(server, launch.data(), lanes.io(), InstantSource.system(), appearance::languageNow));
    }

    @Override
    public void close() {
        memory.save();
        lanes.close();
        instance.close();
    }
}
