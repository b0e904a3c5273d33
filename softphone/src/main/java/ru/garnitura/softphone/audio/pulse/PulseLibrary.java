package ru.garnitura.softphone.audio.pulse;

import java.io.IOException;
import java.util.Optional;
import ru.garnitura.softphone.audio.DeviceList;
import ru.garnitura.softphone.audio.device.FrameFeed;
import ru.garnitura.softphone.audio.device.Microphone;
import ru.garnitura.softphone.audio.device.SoundLibrary;
import ru.garnitura.softphone.audio.device.Speaker;
import ru.garnitura.softphone.call.MediaException;

/// Opens the devices of a PulseAudio or PipeWire server by name.
final class PulseLibrary implements SoundLibrary {

    private final PulseServer server;
    private final SimpleApi api;

    PulseLibrary(PulseServer server, SimpleApi api) {
        this.server = server;
        this.api = api;
    }

    private PulseDevices devices() {
        try (PulseLine line = PulseLine.authorised(server)) {
            return PulseDevices.ask(line);
        } catch (IOException unreachable) {
            throw new MediaException("the sound server at " + server.socket() + " does not answer", unreachable);
        }
    }

    @Override
    public DeviceList list() {
        return devices().list();
    }

    @Override
    public Optional<Microphone> openMicrophone(String name) {
        return PulseDevices.find(devices().sources(), name).map(source -> new PulseMicrophone(name, api.record(source)));
    }

    @Override
    public Optional<Speaker> openSpeaker(String name, FrameFeed feed) {
        return PulseDevices.find(devices().sinks(), name)
                .map(sink -> new PulseSpeaker(name, () -> api.play(sink), feed));
    }
}
