package ru.garnitura.softphone.audio;

/// Hears when the other side speaks and when it has stopped.
public interface SpeechListener {

    /// Speech began.
    void speechStarted();

    /// Speech ended: quiet for the gate's hangover. `milliseconds` is how long the speech was, without the hangover.
    void speechPaused(long milliseconds);
}
