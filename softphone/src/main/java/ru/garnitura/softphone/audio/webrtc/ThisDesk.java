package ru.garnitura.softphone.audio.webrtc;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.audio.DeviceList;
import ru.garnitura.softphone.audio.device.BoundedVisits;
import ru.garnitura.softphone.audio.device.DeviceCatalog;
import ru.garnitura.softphone.audio.device.FrameFeed;
import ru.garnitura.softphone.audio.device.Microphone;
import ru.garnitura.softphone.audio.device.SoundLibrary;
import ru.garnitura.softphone.audio.device.Speaker;
import ru.garnitura.softphone.audio.pulse.PulseSound;

/// The sound system of this computer. Which it is, is found out when it is first needed, and not by whoever makes this:
/// that looks for a server and links a native library.
final class ThisDesk implements DeviceCatalog, SoundLibrary {

    /// A headset that comes or goes must be noticed well within a second.
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Supplier<Found> search;
    private final Object searching = new Object();
    private volatile @Nullable Found found;
    private boolean closed;

    ThisDesk() {
        this(() -> PulseSound.ofThisDesk().map(pulse -> new Found(pulse.catalog(), pulse.library())).orElseGet(ThisDesk::without));
    }

    /// @param search run once, when it is first needed
    ThisDesk(Supplier<Found> search) {
        this.search = search;
    }

    record Found(DeviceCatalog catalog, SoundLibrary library) {
    }

    private static Found without() {
        SoundLibrary library = new WebrtcLibrary();
        return new Found(new LibraryCatalog(library, new BoundedVisits(BoundedVisits.USUAL), LOOK), library);
    }

    /// Whoever comes while it is searched waits; who closes does not.
    private Found find() {
        synchronized (searching) {
            Found known = found;
            if (known == null) {
                known = search.get();
                found = known;
            }
            return known;
        }
    }

    @Override
    public void begin(Consumer<DeviceList> changes) {
        Thread.ofPlatform().name("garnitura-device-search").daemon().start(() -> beginFound(changes));
    }

    private void beginFound(Consumer<DeviceList> changes) {
        DeviceCatalog catalog = find().catalog();
        synchronized (this) {
            if (!closed) {
                catalog.begin(changes);
            }
        }
    }

    @Override
    public DeviceList list() {
        return find().library().list();
    }

    @Override
    public Optional<Microphone> openMicrophone(String name) {
        return find().library().openMicrophone(name);
    }

    @Override
    public Optional<Speaker> openSpeaker(String name, FrameFeed feed) {
        return find().library().openSpeaker(name, feed);
    }

    @Override
    public synchronized void close() {
        closed = true;
        Found known = found;
        if (known != null) {
            known.catalog().close();
        }
    }
}
