package ru.garnitura.softphone.media.rtp;

/// Decides how much later than its fastest packets a stream is played.
@FunctionalInterface
public interface DepthPolicy {

    /// Delay wanted now, milliseconds.
    int targetMs(TransitTimes times);

    /// Always the same delay.
    static DepthPolicy fixed(int milliseconds) {
        return times -> milliseconds;
    }

    /// Share of lost packets above which a gap's other end is waited for.
    float LOSSY = 0.003f;
    /// How long that takes: two packets and some.
    int LOOK_AHEAD_MS = 35;

    /// As much as 99 of 100 packets need, 10 to 250 ms; 20 ms until half a second has taught it more. Where packets get
    /// lost it waits for those after the gap besides.
    static DepthPolicy adaptive() {
        return times -> {
            int jitter = times.packets() < 25 ? 20 : Math.clamp(times.quantileMs(0.99), 10, 250);
            return times.lossShare() > LOSSY ? jitter + LOOK_AHEAD_MS : jitter;
        };
    }
}
