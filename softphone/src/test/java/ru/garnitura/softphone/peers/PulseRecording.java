package ru.garnitura.softphone.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;

/// What is played on one headset, sample after sample by the headset's own clock.
public final class PulseRecording {

    /// 20 ms.
    private static final int STEP = PulseAudio.RATE / 50;

    private short[] samples = new short[PulseAudio.RATE * 120];
    private int length;

    PulseRecording(InputStream raw) {
        // A blocking read of a pipe holds its thread: a virtual one would hold one of the two that all the others share.
        Thread.ofPlatform().daemon().name("recording").start(() -> read(raw));
    }

    private void read(InputStream raw) {
        byte[] bytes = new byte[2 * STEP];
        try (raw) {
            while (raw.readNBytes(bytes, 0, bytes.length) == bytes.length) {
                take(bytes);
            }
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }

    private synchronized void take(byte[] bytes) {
        if (length + STEP > samples.length) {
            samples = Arrays.copyOf(samples, 2 * samples.length);
        }
        for (int i = 0; i < STEP; i++) {
            samples[length + i] = (short) ((bytes[2 * i] & 0xff) | (bytes[2 * i + 1] << 8));
        }
        length += STEP;
        notifyAll();
    }

    /// Samples recorded until now.
    public synchronized int length() {
        return length;
    }

    /// Waits for the first 20 ms after `from` that are this tone.
    ///
    /// @return how many samples after `from` they begin
    public synchronized int awaitTone(double hertz, int from) throws InterruptedException {
        for (int at = from; ; at += STEP) {
            awaitSamples(at + STEP, hertz, from);
            if (isTone(at, hertz)) {
                return at - from;
            }
        }
    }

    /// Whether nine tenths of the energy of 20 ms lie at this multiple of 50 Hz.
    private boolean isTone(int at, double hertz) {
        double re = 0;
        double im = 0;
        double energy = 0;
        for (int i = 0; i < STEP; i++) {
            double angle = 2 * Math.PI * hertz * i / PulseAudio.RATE;
            re += samples[at + i] * Math.cos(angle);
            im += samples[at + i] * Math.sin(angle);
            energy += (double) samples[at + i] * samples[at + i];
        }
        return energy > 0 && 2 * (re * re + im * im) / STEP / energy > 0.9;
    }

    /// Waits for the first 100 ms after `from` that have no such tone.
    ///
    /// @return how many samples after `from` they begin
    public synchronized int awaitEnd(double hertz, int from) throws InterruptedException {
        int at = from;
        for (int quiet = 0; quiet < 5; at += STEP) {
            awaitSamples(at + STEP, hertz, from);
            quiet = isTone(at, hertz) ? 0 : quiet + 1;
        }
        return at - 5 * STEP - from;
    }

    private void awaitSamples(int wanted, double hertz, int from) throws InterruptedException {
        if (wanted - from > 30 * PulseAudio.RATE) {
            throw new AssertionError(hertz + " Hz: not within 30 s of sound");
        }
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (length < wanted) {
            long rest = (deadline - System.nanoTime()) / 1_000_000;
            if (rest <= 0) {
                throw new AssertionError(hertz + " Hz: not within " + (length - from) + " samples");
            }
            wait(rest);
        }
    }
}
