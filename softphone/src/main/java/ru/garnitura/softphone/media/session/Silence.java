package ru.garnitura.softphone.media.session;

/// Notices that nothing is received any more: reports at 5 s, then each second, and once when the stream is back.
final class Silence {

    private static final long FIRST_MS = 5_000;
    private static final long STEP_MS = 1_000;

    private final StreamListener listener;
    private long since;
    private long nextMs = FIRST_MS;

    /// @param since nanoseconds
    Silence(StreamListener listener, long since) {
        this.listener = listener;
        this.since = since;
    }

    /// @param expected whether packets are due at all
    void tick(long now, long lastArrival, boolean expected) {
        if (!expected || lastArrival - since > 0) {
            if (nextMs > FIRST_MS) {
                listener.silentFor(0);
                nextMs = FIRST_MS;
            }
            since = expected ? lastArrival : now;
        }
        long quietMs = (now - since) / 1_000_000;
        if (expected && quietMs >= nextMs) {
            listener.silentFor(quietMs);
            nextMs += STEP_MS;
        }
    }
}
