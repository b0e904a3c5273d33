package ru.garnitura.softphone.media.rtp;

/// Decides how much sound the jitter buffer holds back.
public interface DepthPolicy {

    /// Observes a packet as it arrives.
    ///
    /// @param mediaNanos   the packet's RTP timestamp as time, extended over wraps, nanoseconds
    /// @param arrivalNanos when it came, nanoseconds
    void arrived(long mediaNanos, long arrivalNanos);

    /// Sound to hold back before playing, milliseconds.
    int targetMs();

    /// Always the same depth.
    static DepthPolicy fixed(int milliseconds) {
        return new DepthPolicy() {
            @Override
            public void arrived(long mediaNanos, long arrivalNanos) {
                // a fixed depth learns nothing from arrivals
            }

            @Override
            public int targetMs() {
                return milliseconds;
            }
        };
    }
}
