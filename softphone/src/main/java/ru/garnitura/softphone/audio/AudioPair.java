package ru.garnitura.softphone.audio;

/// A mouth and an ear that are open: one audio lane serves them.
public record AudioPair(AudioSource source, AudioSink sink) implements AutoCloseable {

    /// What is used where there is nothing else: nobody speaks, nobody hears.
    public static AudioPair silence() {
        return new AudioPair(AudioSource.silence(), AudioSink.silence());
    }

    /// I/O lane.
    @Override
    public void close() {
        source.close();
        sink.close();
    }
}
