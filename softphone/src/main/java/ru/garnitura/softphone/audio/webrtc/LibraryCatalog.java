package ru.garnitura.softphone.audio.webrtc;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.audio.DeviceList;
import ru.garnitura.softphone.audio.device.BoundedVisits;
import ru.garnitura.softphone.audio.device.DeviceCatalog;
import ru.garnitura.softphone.audio.device.SoundLibrary;

/// Asks the sound library again and again, apart from everything else: where it hangs, the list is empty and nobody
/// waits for it longer than the limit.
final class LibraryCatalog implements DeviceCatalog {

    private final SoundLibrary library;
    private final BoundedVisits visits;
    private final Duration period;
    private final CountDownLatch closed = new CountDownLatch(1);

    /// @param period from the end of one look to the next
    LibraryCatalog(SoundLibrary library, BoundedVisits visits, Duration period) {
        this.library = library;
        this.visits = visits;
        this.period = period;
    }

    @Override
    public void begin(Consumer<DeviceList> changes) {
        Thread.ofVirtual().name("garnitura-device-list").start(() -> look(changes));
    }

    private void look(Consumer<DeviceList> changes) {
        @Nullable DeviceList known = null;
        try {
            do {
                DeviceList now = visits.visit("list devices", () -> Optional.of(library.list())).orElse(DeviceList.NONE);
                if (!now.equals(known)) {
                    known = now;
                    changes.accept(now);
                }
            } while (!closed.await(period.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
