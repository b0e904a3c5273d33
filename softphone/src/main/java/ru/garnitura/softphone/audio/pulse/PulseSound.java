package ru.garnitura.softphone.audio.pulse;

import java.nio.file.Path;
import java.util.Optional;
import ru.garnitura.softphone.audio.device.DeviceCatalog;
import ru.garnitura.softphone.audio.device.SoundLibrary;

/// The desk's PulseAudio or PipeWire: the devices it has, and how they are opened.
public final class PulseSound {

    private final PulseServer server;
    private final SimpleApi api;

    private PulseSound(PulseServer server, SimpleApi api) {
        this.server = server;
        this.api = api;
    }

    /// @return empty where this desk has no such server, or no client library for it
    public static Optional<PulseSound> ofThisDesk() {
        return PulseServer.find(System.getenv(), Path.of(System.getProperty("user.home")))
                .flatMap(server -> SimpleApi.load(server).map(api -> new PulseSound(server, api)));
    }

    public DeviceCatalog catalog() {
        return new PulseCatalog(server);
    }

    public SoundLibrary library() {
        return new PulseLibrary(server, api);
    }
}
