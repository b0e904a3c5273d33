package ru.garnitura.softphone.audio.signal;

/// Loudness over the last 100 ms of 10 ms frames. Written by one lane, read by any.
public final class LevelMeter {

    private static final int FRAMES = 10;

    private double energy;
    private long samples;
    private int frames;
    private volatile double level = Level.SILENCE;

    public void add(short[] frame, int length) {
        energy += Level.energy(frame, length);
        samples += length;
        if (++frames == FRAMES) {
            level = Level.ofEnergy(energy, samples);
            energy = 0;
            samples = 0;
            frames = 0;
        }
    }

    /// dBov, -127..0.
    public double level() {
        return level;
    }
}
