package ru.garnitura.softphone.media.codec;

/// Fills gaps. Where only the past is known it repeats the last pitch period, fading to silence within 70 ms, and
/// blends back into real sound (after ITU-T G.711 Appendix I, without its delay). Where the sound after the gap is here
/// already, a [GapBridge] joins both ends. Audio lane; never allocates.
public final class PitchConcealment {

    /// The longest gap that is filled from both ends.
    public static final int LONGEST_GAP_MS = GapBridge.LONGEST_MS;

    private static final int HOLD_MS = 20;
    private static final int FADE_MS = 50;

    private final int rate;
    private final int shortest;
    private final int longest;
    private final int window;
    private final short[] history;
    private final float[] period;
    private final int blendSamples;
    private int periodLength;
    private int phase;
    private final GapBridge bridge;
    private int concealed;

    public PitchConcealment(int rate) {
        this.rate = rate;
        shortest = rate / 400;
        longest = rate / 66;
        window = rate / 50;
        history = new short[longest + window + longest / 4];
        period = new float[longest];
        blendSamples = rate / 200;
        bridge = new GapBridge(rate, longest);
    }

    /// Takes real sound that is about to be played; after a gap its beginning is blended with the continued
    /// repetition, in place.
    public void heard(short[] pcm, int samples) {
        if (concealed > 0) {
            blend(pcm, samples);
            concealed = 0;
        }
        remember(pcm, samples);
    }

    /// Writes a stand-in for sound that is missing.
    public void conceal(short[] pcm, int samples) {
        if (concealed == 0) {
            begin();
        }
        for (int i = 0; i < samples; i++) {
            pcm[i] = (short) Math.round(next());
        }
        remember(pcm, samples);
    }

    /// Fills a whole gap when what comes after it is known.
    ///
    /// @param samples   length of the gap, at most [#LONGEST_GAP_MS]
    /// @param following real sound after the gap, `known` samples of it
    public void bridge(short[] pcm, int samples, short[] following, int known) {
        if (concealed == 0) {
            begin();
        }
        bridge.begin(period, periodLength, phase, gain());
        bridge.build(pcm, samples, following, known);
        concealed = 0;
        remember(pcm, samples);
    }

    private void blend(short[] pcm, int samples) {
        int overlap = Math.min(blendSamples, samples);
        for (int i = 0; i < overlap; i++) {
            float in = (i + 0.5f) / overlap;
            pcm[i] = (short) Math.round(pcm[i] * in + next() * (1 - in));
        }
    }

    private float next() {
        float sample = period[phase] * gain();
        phase = phase + 1 == periodLength ? 0 : phase + 1;
        concealed++;
        return sample;
    }

    private float gain() {
        float ms = concealed * 1000f / rate;
        return Math.clamp(1 - (ms - HOLD_MS) / FADE_MS, 0f, 1f);
    }

    private void begin() {
        periodLength = pitch();
        phase = 0;
        int start = history.length - periodLength;
        for (int i = 0; i < periodLength; i++) {
            period[i] = history[start + i];
        }
        int overlap = periodLength / 4;
        for (int i = 0; i < overlap; i++) {
            float out = (i + 0.5f) / overlap;
            int at = periodLength - overlap + i;
            period[at] = period[at] * (1 - out) + history[start - overlap + i] * out;
        }
    }

    /// The lag at which the last 20 ms resemble what came before most, in samples.
    private int pitch() {
        int best = longest;
        double bestScore = Double.NEGATIVE_INFINITY;
        int at = history.length - window;
        for (int lag = shortest; lag <= longest; lag++) {
            double product = 0;
            double energy = 1;
            for (int i = 0; i < window; i++) {
                double past = history[at + i - lag];
                product += history[at + i] * past;
                energy += past * past;
            }
            double score = product / Math.sqrt(energy);
            if (score > bestScore) {
                bestScore = score;
                best = lag;
            }
        }
        return best;
    }

    private void remember(short[] pcm, int samples) {
        int taken = Math.min(samples, history.length);
        System.arraycopy(history, taken, history, 0, history.length - taken);
        System.arraycopy(pcm, samples - taken, history, history.length - taken, taken);
    }
}
