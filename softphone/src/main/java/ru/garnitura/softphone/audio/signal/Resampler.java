package ru.garnitura.softphone.audio.signal;

import java.util.Arrays;

/// Changes the sampling rate of a stream by a rational factor: a polyphase Kaiser-windowed sinc.
///
/// A block in gives a block out at once; the filter delays the stream by [#delayMs()]. Nothing is allocated while
/// blocks keep their size.
public final class Resampler {

    /// Taps at the lower of the two rates: 2 ms of delay at 8 kHz, image and alias suppressed by 60 dB.
    private static final int TAPS = 32;
    private static final double KAISER_BETA = 6;
    private static final double ROLL_OFF = 0.95;
    /// Makes every sample positive, so that cutting off rounds.
    private static final int POSITIVE_WHOLE = 1 << 15;
    private static final float POSITIVE = POSITIVE_WHOLE + 0.5f;

    private final int up;
    private final int down;
    private final int taps;
    private final float[][] phases;
    private final double delayMs;
    private float[] line;
    private float[] sums = new float[0];
    private float[] gathered = new float[0];

    public Resampler(int rateIn, int rateOut) {
        int divisor = gcd(rateIn, rateOut);
        up = rateOut / divisor;
        down = rateIn / divisor;
        taps = TAPS * Math.max(up, down) / up;
        phases = up == down ? new float[0][] : polyphase();
        delayMs = up == down ? 0 : taps * 500.0 / rateIn;
        line = new float[taps - 1];
    }

    /// How much later a sound leaves than it came, milliseconds.
    public double delayMs() {
        return delayMs;
    }

    /// The block sizes it accepts are whole multiples of this.
    public int granularity() {
        return down;
    }

    /// Resamples `length` samples, a multiple of [#granularity()].
    ///
    /// @return the number of samples written to `out` from index 0
    public int process(short[] in, int from, int length, short[] out) {
        if (up == down) {
            System.arraycopy(in, from, out, 0, length);
            return length;
        }
        if (length % down != 0) {
            throw new IllegalArgumentException(length + " samples, not a multiple of " + down);
        }
        load(in, from, length);
        int count = length / down * up;
        if (down == 1) {
            interpolate(length, out);
        } else if (up == 1) {
            decimate(count, out);
        } else {
            for (int k = 0; k < count; k++) {
                int position = k * down;
                out[k] = sample(phases[position % up], position / up);
            }
        }
        System.arraycopy(line, length, line, 0, taps - 1);
        return count;
    }

    /// Tap by tap over the whole block: the compiler makes vectors of that, and none of a sum along the taps.
    private void interpolate(int length, short[] out) {
        float[] sum = sums(length);
        for (int p = 0; p < up; p++) {
            Arrays.fill(sum, 0, length, 0);
            for (int t = 0; t < taps; t++) {
                add(phases[p][t], line, t, sum, length);
            }
            for (int n = 0; n < length; n++) {
                out[n * up + p] = clamp(sum[n]);
            }
        }
    }

    /// The same on every `down`th sample, which are gathered side by side beforehand.
    private void decimate(int count, short[] out) {
        float[] sum = sums(count);
        int width = count + (taps - 1) / down + 1;
        if (gathered.length < width) {
            gathered = new float[width];
        }
        Arrays.fill(sum, 0, count, 0);
        for (int r = 0; r < down; r++) {
            int there = Math.min(width, (taps - 1 + count * down - r + down - 1) / down);
            for (int j = 0; j < there; j++) {
                gathered[j] = line[j * down + r];
            }
            for (int t = r; t < taps; t += down) {
                add(phases[0][t], gathered, t / down, sum, count);
            }
        }
        for (int k = 0; k < count; k++) {
            out[k] = clamp(sum[k]);
        }
    }

    private static void add(float factor, float[] from, int at, float[] sum, int count) {
        for (int n = 0; n < count; n++) {
            sum[n] += factor * from[n + at];
        }
    }

    private float[] sums(int count) {
        if (sums.length < count) {
            sums = new float[count];
        }
        return sums;
    }

    private void load(short[] in, int from, int length) {
        if (line.length < taps - 1 + length) {
            float[] longer = new float[taps - 1 + length];
            System.arraycopy(line, 0, longer, 0, taps - 1);
            line = longer;
        }
        for (int i = 0; i < length; i++) {
            line[taps - 1 + i] = in[from + i];
        }
    }

    private short sample(float[] phase, int newest) {
        float sum = 0;
        for (int t = 0; t < taps; t++) {
            sum += phase[t] * line[newest + t];
        }
        return clamp(sum);
    }

    static short clamp(float value) {
        float within = Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, value));
        return (short) ((int) (within + POSITIVE) - POSITIVE_WHOLE);
    }

    /// Row p holds the taps of phase p, oldest sample first, each row with a gain of 1 at 0 Hz.
    private float[][] polyphase() {
        int length = taps * up;
        double cutoff = ROLL_OFF / Math.max(up, down);
        float[][] rows = new float[up][taps];
        for (int p = 0; p < up; p++) {
            double sum = 0;
            for (int t = 0; t < taps; t++) {
                double value = windowedSinc(p + (taps - 1 - t) * up, length, cutoff);
                rows[p][t] = (float) value;
                sum += value;
            }
            for (int t = 0; t < taps; t++) {
                rows[p][t] /= (float) sum;
            }
        }
        return rows;
    }

    private static double windowedSinc(int index, int length, double cutoff) {
        double centre = (length - 1) / 2.0;
        double x = (index - centre) * cutoff;
        double sinc = x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
        double r = (index - centre) / (length / 2.0);
        return sinc * bessel(KAISER_BETA * Math.sqrt(Math.max(0, 1 - r * r))) / bessel(KAISER_BETA);
    }

    /// Modified Bessel function of the first kind, order 0.
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; k < 40; k++) {
            term *= (x / (2 * k)) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
