package ru.garnitura.softphone.audio.device;

/// An open microphone.
public interface Microphone extends AutoCloseable {

    String name();

    /// Fills a frame. Audio lane.
    ///
    /// @return 10 ms frames in a row for which the device gave nothing
    int read(short[] frame);

    /// I/O lane: may hang.
    @Override
    void close();
}
