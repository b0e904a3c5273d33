package ru.garnitura.softphone.media.check;

import java.util.Arrays;

/// What to do about a recorded voice.
public enum MicrophoneAdvice {
    GOOD, SILENT, TOO_QUIET, TOO_LOUD, NOISY;

    /// dBov; a telephone's voice lies between -36 and -10.
    private static final double SILENCE = -65;
    private static final double QUIET = -38;
    private static final double LOUD = -9;
    /// Noise that a customer hears between words.
    private static final double HEARD_NOISE = -52;
    /// Decibels that a voice stands out of the noise at least.
    private static final double CLEARNESS = 15;
    private static final double CLIPPED_SHARE = 0.02;

    /// @param levels  loudness of each 10 ms, dBov
    /// @param clipped how many of them touched full scale
    static MicrophoneAdvice of(double[] levels, int clipped) {
        double[] sorted = levels.clone();
        Arrays.sort(sorted);
        double noise = at(sorted, 0.1);
        double voice = at(sorted, 0.9);
        if (voice < SILENCE) {
            return SILENT;
        }
        if (voice > LOUD || clipped > CLIPPED_SHARE * levels.length) {
            return TOO_LOUD;
        }
        if (noise > HEARD_NOISE && voice - noise < CLEARNESS) {
            return NOISY;
        }
        return voice < QUIET ? TOO_QUIET : GOOD;
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) (share * (sorted.length - 1))];
    }
}
