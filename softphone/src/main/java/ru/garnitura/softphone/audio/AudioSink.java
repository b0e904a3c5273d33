package ru.garnitura.softphone.audio;

/// Something that hears: a headset, a recording, a speech gate.
public interface AudioSink extends AutoCloseable {

    /// Takes one whole [frame][AudioFrame]; the array is the caller's again on return. Audio lane: never blocks or
    /// allocates.
    void write(short[] frame);

    /// Releases what is behind it. I/O lane. Idempotent.
    @Override
    default void close() {
    }

    /// A sink that hears nothing.
    static AudioSink silence() {
        return frame -> { };
    }
}
