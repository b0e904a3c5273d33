package ru.garnitura.desktop.bench;

/// Log-spectral distance of two sounds, in dB: the root mean square difference of their spectra in bands of the ear
/// (Bark), over the frames in which the first is not silent. A stand-in for listeners: less is better, and only
/// differences within one table mean something.
final class SpectralDistance {

    private static final int FRAME_MS = 32;
    private static final int STEP_MS = 16;
    private static final int FARTHEST_MS = 80;
    /// The telephone band.
    private static final double HIGHEST = 3400;
    /// Frames below this mean square are pauses.
    private static final double QUIET = 3000;
    private static final double FLOOR_DB = 20;

    private SpectralDistance() {
    }

    static double between(short[] reference, short[] heard, int rate) {
        short[] other = aligned(reference, heard, rate);
        int frame = Integer.highestOneBit(rate * FRAME_MS / 1000 - 1) * 2;
        int step = rate * STEP_MS / 1000;
        double sum = 0;
        int counted = 0;
        for (int at = 0; at + frame <= Math.min(reference.length, other.length); at += step) {
            double[] wanted = bands(reference, at, frame, rate);
            if (wanted.length > 0) {
                sum += distance(wanted, bands(other, at, frame, rate));
                counted++;
            }
        }
        return counted == 0 ? 0 : sum / counted;
    }

    /// Puts each second of what was heard where it fits best: a receiver may have changed its delay meanwhile.
    private static short[] aligned(short[] reference, short[] heard, int rate) {
        short[] aligned = new short[reference.length];
        for (int from = 0; from < reference.length; from += rate) {
            int length = Math.min(rate, reference.length - from);
            int lag = lag(reference, heard, from, length);
            for (int i = from; i < from + length; i++) {
                aligned[i] = i + lag >= 0 && i + lag < heard.length ? heard[i + lag] : 0;
            }
        }
        return aligned;
    }

    private static int lag(short[] reference, short[] heard, int from, int length) {
        int farthest = Math.max(1, length * FARTHEST_MS / 1000);
        int best = 0;
        double bestProduct = 0;
        for (int lag = -farthest; lag <= farthest; lag++) {
            double product = 0;
            for (int i = Math.max(from, -lag); i < Math.min(from + length, heard.length - lag); i++) {
                product += (double) reference[i] * heard[i + lag];
            }
            if (product > bestProduct) {
                bestProduct = product;
                best = lag;
            }
        }
        return best;
    }

    private static double distance(double[] wanted, double[] actual) {
        double sum = 0;
        for (int i = 0; i < wanted.length; i++) {
            double heard = actual.length == 0 ? FLOOR_DB : actual[i];
            sum += (wanted[i] - heard) * (wanted[i] - heard);
        }
        return Math.sqrt(sum / wanted.length);
    }

    /// Levels of the bands, dB; empty for a pause.
    private static double[] bands(short[] sound, int at, int frame, int rate) {
        double[] re = new double[frame];
        double[] im = new double[frame];
        double energy = 0;
        for (int i = 0; i < frame; i++) {
            energy += (double) sound[at + i] * sound[at + i];
            re[i] = sound[at + i] * (0.5 - 0.5 * Math.cos(2 * Math.PI * i / frame));
        }
        if (energy / frame < QUIET) {
            return new double[0];
        }
        transform(re, im);
        double[] power = new double[bark(HIGHEST) + 1];
        for (int bin = 1; bin < frame / 2; bin++) {
            int band = bark((double) bin * rate / frame);
            if (band < power.length) {
                power[band] += (re[bin] * re[bin] + im[bin] * im[bin]) / frame;
            }
        }
        for (int i = 0; i < power.length; i++) {
            power[i] = Math.max(FLOOR_DB, 10 * Math.log10(power[i] + 1e-9));
        }
        return power;
    }

    private static int bark(double hertz) {
        return (int) (13 * Math.atan(0.00076 * hertz) + 3.5 * Math.atan(Math.pow(hertz / 7500, 2)));
    }

    /// In-place fast Fourier transform of a power of two.
    private static void transform(double[] re, double[] im) {
        int n = re.length;
        for (int i = 1, j = 0; i < n; i++) {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                double swapped = re[i];
                re[i] = re[j];
                re[j] = swapped;
            }
        }
        for (int size = 2; size <= n; size <<= 1) {
            for (int start = 0; start < n; start += size) {
                butterflies(re, im, start, size);
            }
        }
    }

    private static void butterflies(double[] re, double[] im, int start, int size) {
        int half = size / 2;
        for (int k = 0; k < half; k++) {
            double angle = -2 * Math.PI * k / size;
            double cos = Math.cos(angle);
            double sin = Math.sin(angle);
            int a = start + k;
            int b = a + half;
            double x = re[b] * cos - im[b] * sin;
            double y = re[b] * sin + im[b] * cos;
            re[b] = re[a] - x;
            im[b] = im[a] - y;
            re[a] += x;
            im[a] += y;
        }
    }
}
