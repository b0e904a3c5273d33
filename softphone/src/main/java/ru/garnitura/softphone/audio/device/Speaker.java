package ru.garnitura.softphone.audio.device;

/// An open loudspeaker or earpiece, which fetches its frames itself. All on the I/O lane: each call may hang.
public interface Speaker extends AutoCloseable {

    String name();

    /// Begins to fetch frames; once more does nothing.
    void start();

    /// Fetches no more; may be started again.
    void stop();

    @Override
    void close();
}
