package ru.garnitura.softphone.audio.signal;

/// Shortens sound without changing its pitch: one period is blended into the next (waveform-similarity overlap-add).
/// What comes after the first half of the sound is only moved, never changed.
public final class TimeScale {

    /// How alike two neighbouring periods have to be.
    private static final double ALIKE = 0.6;
    /// The same where it has to be: noise is as alike as that at some distance, a click never.
    private static final double HARDLY_ALIKE = 0.2;
    /// Mean square below which anything may be cut: about -48 dBov.
    private static final double QUIET = 16_000;

    private final int shortest;
    private final int longest;

    public TimeScale(int rate) {
        shortest = rate / 400;
        longest = rate / 66;
    }

    /// Shortens the first `length` samples in place.
    ///
    /// @param most  longest piece to take out, samples
    /// @param force take also what is heard, but never a click
    /// @return how many samples shorter it is, 0 when there was no good place
    public int shorten(short[] pcm, int length, int most, boolean force) {
        int limit = Math.min(Math.min(longest, most), length / 2);
        int lag = 0;
        double best = force ? HARDLY_ALIKE : ALIKE;
        for (int candidate = shortest; candidate <= limit; candidate++) {
            double likeness = likeness(pcm, candidate);
            if (likeness >= best) {
                best = likeness;
                lag = candidate;
            }
        }
        if (lag > 0) {
            cut(pcm, length, lag);
        }
        return lag;
    }

    private static double likeness(short[] pcm, int lag) {
        double product = 0;
        double first = 1;
        double second = 1;
        for (int i = 0; i < lag; i++) {
            double a = pcm[i];
            double b = pcm[i + lag];
            product += a * b;
            first += a * a;
            second += b * b;
        }
        return Math.max(first, second) < QUIET * lag ? 1 : product / Math.sqrt(first * second);
    }

    private static void cut(short[] pcm, int length, int lag) {
        for (int i = 0; i < lag; i++) {
            float in = (i + 0.5f) / lag;
            pcm[i] = (short) Math.round(pcm[i] * (1 - in) + pcm[i + lag] * in);
        }
        System.arraycopy(pcm, 2 * lag, pcm, lag, length - 2 * lag);
    }
}
