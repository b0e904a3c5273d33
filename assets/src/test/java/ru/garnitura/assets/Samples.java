package ru.garnitura.assets;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Measures 16-bit little-endian samples.
final class Samples {

    private static final double FULL_SCALE = 32_768;

    private Samples() {
    }

    /// The loudest sample, as a share of full scale.
    static double peak(byte[] pcm) {
        var samples = ByteBuffer.wrap(pcm).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        var peak = 0.0;
        while (samples.hasRemaining()) {
            peak = Math.max(peak, Math.abs(samples.get() / FULL_SCALE));
        }
        return peak;
    }

    /// Loudness, dB relative to full scale.
    static double rms(byte[] pcm) {
        var samples = ByteBuffer.wrap(pcm).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        var sum = 0.0;
        var count = samples.remaining();
        while (samples.hasRemaining()) {
            var sample = samples.get() / FULL_SCALE;
            sum += sample * sample;
        }
        return 10 * Math.log10(sum / count);
    }
}
