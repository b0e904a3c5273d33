package ru.garnitura.softphone.media.listen;

import java.time.Duration;

/// A recording in the operator's headset. Any thread; returns at once.
public interface Listening extends AutoCloseable {

    enum Phase { PAUSED, PLAYING, ENDED }

    /// @param at how far it was heard
    record Reading(Phase phase, Duration at) {
    }

    /// Plays on; from the beginning where the end was reached.
    void play();

    /// Keeps the place and lets the headset go.
    void pause();

    /// Goes to a place, as far as the sound is there.
    void seek(Duration to);

    Reading reading();

    @Override
    void close();
}
