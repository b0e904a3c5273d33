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

    /// As much as 99 of 100 packets need, 10 to 250 ms; 20 ms until half a second has taught it more.
    static DepthPolicy adaptive() {
        return times -> times.packets() < 25 ? 20 : Math.clamp(times.quantileMs(0.99), 10, 250);
    }
}
