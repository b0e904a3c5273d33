package ru.garnitura.softphone.media.rtp;

/// Estimated opinion of a listener (ITU-T G.107 with the default values, simplified as in its section on packet
/// networks; equipment factors of G.113 for G.711 with concealment).
public final class EModel {

    private static final double BASE = 93.2;
    private static final double LOSS_ROBUSTNESS = 25.1;

    private EModel() {
    }

    /// Mean opinion score, 1.0-4.41.
    ///
    /// @param lossPercent  packets missing when they were due, 0..100
    /// @param oneWayMs     mouth to ear, milliseconds
    /// @param robustness   how well concealment covers loss; [#robustness()] for G.711 with concealment
    public static double mos(double lossPercent, double oneWayMs, double robustness) {
        double delay = 0.024 * oneWayMs + Math.max(0, 0.11 * (oneWayMs - 177.3));
        double loss = 95 * lossPercent / (lossPercent + robustness);
        return opinion(BASE - delay - loss);
    }

    public static double robustness() {
        return LOSS_ROBUSTNESS;
    }

    private static double opinion(double r) {
        if (r <= 0) {
            return 1;
        }
        return Math.clamp(1 + 0.035 * r + r * (r - 60) * (100 - r) * 7e-6, 1.0, 4.5);
    }
}
