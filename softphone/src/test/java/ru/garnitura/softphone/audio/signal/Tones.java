package ru.garnitura.softphone.audio.signal;

/// Sounds for tests.
public final class Tones {

    private Tones() {
    }

    public static short[] sine(int rate, double hertz, int samples, double amplitude) {
        short[] tone = new short[samples];
        for (int i = 0; i < samples; i++) {
            tone[i] = (short) Math.round(amplitude * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return tone;
    }
}
