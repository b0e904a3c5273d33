package ru.garnitura.softphone.audio.signal;

/// Loudness in dBov: decibels below the overload point of 16-bit samples, -127 (digital silence) to 0.
public final class Level {

    public static final double SILENCE = -127;

    private Level() {
    }

    /// Loudness of the first `length` samples.
    public static double of(short[] samples, int length) {
        return ofEnergy(energy(samples, length), length);
    }

    static double energy(short[] samples, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return sum;
    }

    static double ofEnergy(double energy, long samples) {
        if (samples == 0 || energy == 0) {
            return SILENCE;
        }
        return Math.clamp(10 * Math.log10(energy / samples / (32768.0 * 32768.0)), SILENCE, 0);
    }
}
