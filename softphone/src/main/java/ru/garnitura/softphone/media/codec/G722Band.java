package ru.garnitura.softphone.media.codec;

/// Adaptive quantiser and predictor of one sub-band of ITU-T G.722; names as in the recommendation's block diagrams.
final class G722Band {

    private static final int[] ILB = {2048, 2093, 2139, 2186, 2233, 2282, 2332, 2383, 2435, 2489, 2543, 2599, 2656,
        2714, 2774, 2834, 2896, 2960, 3025, 3091, 3158, 3228, 3298, 3371, 3444, 3520, 3597, 3676, 3756, 3838, 3922, 4008};

    private final int highestScale;
    private final int scaleShift;
    private final int[] a = new int[3];
    private final int[] b = new int[7];
    private final int[] d = new int[7];
    private final int[] p = new int[3];
    private final int[] r = new int[3];
    private int scale;
    private int step;
    private int zeroes;
    private int predicted;

    private G722Band(int firstStep, int highestScale, int scaleShift) {
        step = firstStep;
        this.highestScale = highestScale;
        this.scaleShift = scaleShift;
    }

    static G722Band lower() {
        return new G722Band(32, 18_432, 8);
    }

    static G722Band higher() {
        return new G722Band(8, 22_528, 10);
    }

    /// The step of the quantiser (DET).
    int step() {
        return step;
    }

    /// The predicted sample (S).
    int predicted() {
        return predicted;
    }

    /// LOGSCL and SCALEL (or LOGSCH and SCALEH): the step follows the size of what was coded.
    void rescale(int weight) {
        scale = Math.clamp(((scale * 127) >> 7) + weight, 0, highestScale);
        int mantissa = ILB[(scale >> 6) & 31];
        int shift = scaleShift - (scale >> 11);
        step = (shift < 0 ? mantissa << -shift : mantissa >> shift) << 2;
    }

    /// Block 4: the predictor learns from the difference just coded.
    void learn(int difference) {
        d[0] = difference;
        r[0] = saturate(predicted + difference);
        p[0] = saturate(zeroes + difference);
        int secondPole = secondPole();
        int firstPole = firstPole(secondPole);
        adaptZeroes(difference);
        System.arraycopy(d, 0, d, 1, 6);
        System.arraycopy(r, 0, r, 1, 2);
        System.arraycopy(p, 0, p, 1, 2);
        a[1] = firstPole;
        a[2] = secondPole;
        predict();
    }

    private int secondPole() {
        int slope = saturate(a[1] << 2);
        int turned = Math.min((p[0] >> 15) == (p[1] >> 15) ? -slope : slope, 32_767);
        int leak = (p[0] >> 15) == (p[2] >> 15) ? 128 : -128;
        return Math.clamp(leak + (turned >> 7) + ((a[2] * 32_512) >> 15), -12_288, 12_288);
    }

    private int firstPole(int secondPole) {
        int leak = (p[0] >> 15) == (p[1] >> 15) ? 192 : -192;
        int limit = saturate(15_360 - secondPole);
        return Math.clamp(saturate(leak + ((a[1] * 32_640) >> 15)), -limit, limit);
    }

    private void adaptZeroes(int difference) {
        int gain = difference == 0 ? 0 : 128;
        for (int i = 6; i > 0; i--) {
            int turned = (d[i] >> 15) == (difference >> 15) ? gain : -gain;
            b[i] = saturate(turned + ((b[i] * 32_640) >> 15));
        }
    }

    private void predict() {
        int poles = saturate(((a[1] * saturate(2 * r[1])) >> 15) + ((a[2] * saturate(2 * r[2])) >> 15));
        int sum = 0;
        for (int i = 6; i > 0; i--) {
            sum += (b[i] * saturate(2 * d[i])) >> 15;
        }
        zeroes = saturate(sum);
        predicted = saturate(poles + zeroes);
    }

    static int saturate(int value) {
        return Math.clamp(value, Short.MIN_VALUE, Short.MAX_VALUE);
    }
}
