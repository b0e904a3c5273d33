package ru.garnitura.softphone.audio.device;

import ru.garnitura.softphone.audio.VoiceProcessing;

/// Cleans the operator's voice. `heard` and `said` on the audio lane, neither blocks nor allocates.
public interface VoiceFilter extends AutoCloseable {

    /// Any thread; in force from the next frame on.
    void use(VoiceProcessing processing);

    /// What the headset is about to play: the echo to look for.
    void heard(short[] frame);

    /// Cleans what the microphone gave, in place.
    void said(short[] frame);

    /// I/O lane, when no frame comes any more.
    @Override
    void close();
}
