package ru.garnitura.softphone.audio;

/// Something that can be listened to: a microphone, a tone, a file, queued clips.
public interface AudioSource extends AutoCloseable {

    /// Fills the whole [frame][AudioFrame]; silence where there is nothing. Audio lane: never blocks or allocates.
    void read(short[] frame);

    /// Releases what is behind it. I/O lane. Idempotent.
    @Override
    default void close() {
    }

    /// A source that never says anything.
    static AudioSource silence() {
        return frame -> java.util.Arrays.fill(frame, (short) 0);
    }
}
