package ru.garnitura.softphone.audio;

/// How much of a sound's energy lies at one frequency.
public final class ToneShare {

    private ToneShare() {
    }

    /// Share of the energy in the DFT bin of `hertz`, 0..1; 0 for digital silence. The sound is cut to whole periods
    /// of 10 Hz, so `hertz` should be a multiple of that.
    public static double of(short[] samples, int rate, double hertz) {
        int length = samples.length / (rate / 10) * (rate / 10);
        double re = 0;
        double im = 0;
        double energy = 0;
        for (int i = 0; i < length; i++) {
            double angle = 2 * Math.PI * hertz * i / rate;
            re += samples[i] * Math.cos(angle);
            im += samples[i] * Math.sin(angle);
            energy += (double) samples[i] * samples[i];
        }
        return energy == 0 ? 0 : 2 * (re * re + im * im) / length / energy;
    }
}
