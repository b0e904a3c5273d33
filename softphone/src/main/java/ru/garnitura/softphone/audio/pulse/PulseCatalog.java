package ru.garnitura.softphone.audio.pulse;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.softphone.audio.DeviceList;
import ru.garnitura.softphone.audio.device.DeviceCatalog;

/// The devices of the desk's PulseAudio or PipeWire server. The server tells that something came or went; a server that
/// goes away leaves an empty list, and is looked for again each second.
final class PulseCatalog implements DeviceCatalog {

    private static final Logger LOG = LoggerFactory.getLogger(PulseCatalog.class);
    /// Sinks, sources, and the server itself, which says what is the default.
    private static final int NEWS = 0x01 | 0x02 | 0x80;
    private static final long AGAIN_MS = 1_000;

    private final PulseServer server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable PulseLine line;
    private @Nullable DeviceList known;

    PulseCatalog(PulseServer server) {
        this.server = server;
    }

    @Override
    public void begin(Consumer<DeviceList> changes) {
        Thread.ofPlatform().name("garnitura-device-list").daemon().start(() -> follow(changes));
    }

    private void follow(Consumer<DeviceList> changes) {
        try {
            do {
                converse(changes);
                tell(DeviceList.NONE, changes);
            } while (!closed.await(AGAIN_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(DeviceList now, Consumer<DeviceList> changes) {
        if (!now.equals(known) && closed.getCount() > 0) {
            known = now;
            changes.accept(now);
        }
    }

    private void converse(Consumer<DeviceList> changes) {
        try (PulseLine opened = PulseLine.authorised(server)) {
            line = opened;
            opened.ask(PulseLine.SUBSCRIBE, new PulseLine.Request().number(NEWS));
            while (closed.getCount() > 0) {
                tell(PulseDevices.ask(opened).list(), changes);
                opened.awaitNews();
            }
        } catch (IOException ended) {
            LOG.debug("No sound server at {}: {}", server.socket(), ended.getMessage());
        }
    }

    @Override
    public void close() {
        closed.countDown();
        PulseLine last = line;
        if (last != null) {
            try {
                last.close();
            } catch (IOException unclosed) {
                LOG.debug("The connection to the sound server did not close", unclosed);
            }
        }
    }
}
