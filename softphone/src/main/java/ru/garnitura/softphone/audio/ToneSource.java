package ru.garnitura.softphone.audio;

/// A sine for ever, at -9 dBov. A rotating phasor: no library call per sample.
public final class ToneSource implements AudioSource {

    private static final double AMPLITUDE = 16_384;

    private final double turnCos;
    private final double turnSin;
    private double x = AMPLITUDE;
    private double y;

    public ToneSource(double hertz) {
        double angle = 2 * Math.PI * hertz / AudioFrame.RATE;
        turnCos = Math.cos(angle);
        turnSin = Math.sin(angle);
    }

    @Override
    public void read(short[] frame) {
        for (int i = 0; i < frame.length; i++) {
            frame[i] = (short) Math.round(y);
            double next = x * turnCos - y * turnSin;
            y = x * turnSin + y * turnCos;
            x = next;
        }
        double drift = AMPLITUDE / Math.hypot(x, y);
        x *= drift;
        y *= drift;
    }
}
