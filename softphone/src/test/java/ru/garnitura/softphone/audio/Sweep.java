package ru.garnitura.softphone.audio;

/// A tone that moves: what is made up from the past alone is soon wrong, and to Opus it is speech, of which it sends copies.
public final class Sweep {

    private static final double TURN_SECONDS = 2500.0 / 48_000;

    private Sweep() {
    }

    /// Between 300 and 2100 Hz and back, three times a second.
    public static short[] of(int rate, int samples) {
        short[] sweep = new short[samples];
        double phase = 0;
        for (int i = 0; i < sweep.length; i++) {
            phase += 2 * Math.PI * (300 + 900 * (1 + Math.sin(i / (TURN_SECONDS * rate)))) / rate;
            sweep[i] = (short) Math.round(8000 * Math.sin(phase));
        }
        return sweep;
    }
}
