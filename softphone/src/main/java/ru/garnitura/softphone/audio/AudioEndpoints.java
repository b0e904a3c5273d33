package ru.garnitura.softphone.audio;

import java.util.function.Consumer;
import ru.garnitura.softphone.call.DeviceNotice;

/// Port to whatever a call's sound comes from and goes to.
@FunctionalInterface
public interface AudioEndpoints {

    /// Opens mouth and ear. I/O lane: may take seconds. A device that is missing or broken is not an error: its place
    /// is taken by silence and `notices` says so, on any thread, also later when a device fails in a call.
    ///
    /// @throws ru.garnitura.softphone.call.MediaException when a file named in the settings cannot be used
    AudioPair open(Consumer<DeviceNotice> notices);

    /// Endpoints made in code, as simulated customers use them; the next call uses them again, so
    /// their `close` must leave them usable.
    static AudioEndpoints of(AudioSource source, AudioSink sink) {
        return notices -> new AudioPair(source, sink);
    }
}
