package ru.garnitura.softphone.media.codec;

/// Joins the sound before a gap with the sound after it: the last pitch period goes on, is stretched or squeezed so that
/// it arrives in phase, takes on the loudness of what follows, and turns into it. Audio lane; never allocates.
final class GapBridge {

    /// How much better a farther shift has to fit.
    private static final double CLEARLY = 0.01;
    /// The longest gap it fills at once.
    static final int LONGEST_MS = 60;

    /// How alike both ends have to be to count as one voice.
    private static final double ONE_VOICE = 0.35;
    private static final float LOUDEST = 2;

    private final int window;
    private final float[] ahead;
    private final float[] back;
    private int period;
    private float startGain;

    /// @param longest longest pitch period, samples
    GapBridge(int rate, int longest) {
        window = rate / 100;
        ahead = new float[rate / 1000 * LONGEST_MS + 2 * longest + window + 2];
        back = new float[longest];
    }

    /// @param cycle one period of the sound before the gap, of which `length` samples count
    /// @param phase where in it the gap begins
    /// @param gain  how much of it is left there
    void begin(float[] cycle, int length, int phase, float gain) {
        period = length;
        startGain = gain;
        int at = phase;
        for (int i = 0; i < ahead.length; i++) {
            ahead[i] = cycle[at];
            at = at + 1 == length ? 0 : at + 1;
        }
    }

    /// @param known samples of `following`
    void build(short[] out, int gap, short[] following, int known) {
        int compared = Math.min(window, known);
        int shift = bestShift(gap, following, compared);
        double alike = likeness(gap + shift, following, compared);
        turnBack(following, known);
        if (alike > ONE_VOICE) {
            follow(out, gap, shift, endGain(gap + shift, following, compared));
        } else {
            crossfade(out, gap);
        }
    }

    /// One period of what follows, made to repeat without a step.
    private void turnBack(short[] following, int known) {
        int overlap = Math.min(period / 4, Math.max(0, known - period));
        for (int i = 0; i < period; i++) {
            float in = i < overlap ? (i + 0.5f) / overlap : 1;
            float here = following[Math.min(i, known - 1)];
            back[i] = in < 1 ? following[period + i] * (1 - in) + here * in : here;
        }
    }

    private float back(int distance) {
        return back[(period - distance % period) % period];
    }

    /// Of shifts that fit equally well the smallest changes the pitch least.
    private int bestShift(int gap, short[] following, int compared) {
        int best = 0;
        double bestLikeness = likeness(gap, following, compared);
        int farthest = Math.min(period / 2, gap / 4);
        for (int distance = 1; distance <= farthest; distance++) {
            for (int shift = -distance; shift <= distance; shift += 2 * distance) {
                double likeness = likeness(gap + shift, following, compared);
                if (likeness > bestLikeness + CLEARLY) {
                    bestLikeness = likeness;
                    best = shift;
                }
            }
        }
        return best;
    }

    private double likeness(int at, short[] following, int compared) {
        double product = 0;
        double one = 1;
        double other = 1;
        for (int i = 0; i < compared; i++) {
            product += ahead[at + i] * following[i];
            one += ahead[at + i] * ahead[at + i];
            other += (double) following[i] * following[i];
        }
        return product / Math.sqrt(one * other);
    }

    private float endGain(int at, short[] following, int compared) {
        double before = 1;
        double after = 1;
        for (int i = 0; i < compared; i++) {
            before += ahead[at + i] * ahead[at + i];
            after += (double) following[i] * following[i];
        }
        return Math.min((float) Math.sqrt(after / before), LOUDEST);
    }

    private void follow(short[] out, int gap, int shift, float endGain) {
        float pace = (float) (gap + shift) / gap;
        for (int i = 0; i < gap; i++) {
            float share = (i + 0.5f) / gap;
            float gain = startGain + (endGain - startGain) * share;
            float from = at(i * pace) * gain;
            float turned = Math.max(0, 2 * share - 1);
            out[i] = rounded(from * (1 - turned) + back(gap - i) * turned);
        }
    }

    private float at(float position) {
        int whole = (int) position;
        float rest = position - whole;
        return ahead[whole] * (1 - rest) + ahead[whole + 1] * rest;
    }

    /// Two sounds that have nothing to do with each other: their powers add up to one.
    private void crossfade(short[] out, int gap) {
        for (int i = 0; i < gap; i++) {
            float share = (i + 0.5f) / gap;
            out[i] = rounded(ahead[i] * startGain * (float) Math.sqrt(1 - share) + back(gap - i) * (float) Math.sqrt(share));
        }
    }

    private static short rounded(float sample) {
        return (short) Math.clamp(Math.round(sample), Short.MIN_VALUE, Short.MAX_VALUE);
    }
}
