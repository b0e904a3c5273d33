package ru.garnitura.softphone.audio;

/// The one shape sound has inside the softphone: 10 ms, 48 kHz, mono, signed 16-bit, in a `short[SAMPLES]` that the
/// lane owns and reuses.
public final class AudioFrame {

    /// Samples per second.
    public static final int RATE = 48_000;
    /// Samples in a frame.
    public static final int SAMPLES = 480;
    /// Duration of a frame, milliseconds.
    public static final int MILLIS = 10;

    private AudioFrame() {
    }

    public static short[] silence() {
        return new short[SAMPLES];
    }
}
