package ru.garnitura.softphone.media.check;

import java.util.Optional;

/// Microphone and headset open beside the calls, to be measured, recorded and played back. Any thread.
public interface MicrophoneCheck extends AutoCloseable {

    /// What happens now.
    enum Phase { IDLE, RECORDING, PLAYING }

    /// One look at it.
    ///
    /// @param progress   of what happens now, 0..1
    /// @param microphone dBov over the last 100 ms
    /// @param headset    dBov over the last 100 ms
    /// @param advice     on the last recording; empty before it
    record Reading(Phase phase, double progress, double microphone, double headset, Optional<MicrophoneAdvice> advice) {
    }

    /// Records five seconds from now on, then plays them once.
    void record();

    /// Plays the last recording once more.
    void play();

    Reading reading();

    /// Lets microphone and headset go.
    @Override
    void close();
}
