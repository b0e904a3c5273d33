package ru.garnitura.softphone.media.rtp;

/// How long packets take compared with the fastest of the last seconds: its unknown constant part falls away, what is
/// left is jitter.
public final class TransitTimes {

    private static final int BIN_MS = 5;
    private static final int BINS = 64;
    /// Weight kept per packet: half is forgotten in 7 s of 20 ms packets.
    private static final float MEMORY = 0.998f;
    private static final long WINDOW_NANOS = 5_000_000_000L;
    private static final long MS = 1_000_000L;

    private final float[] weights = new float[BINS];
    private float total;
    private float lost;
    private int packets;
    private long windowStart;
    private long fastest = Long.MAX_VALUE;
    private long fastestBefore = Long.MAX_VALUE;

    /// @param mediaNanos   the packet's timestamp as time, nanoseconds
    /// @param arrivalNanos when it came, nanoseconds
    void arrived(long mediaNanos, long arrivalNanos) {
        long transit = arrivalNanos - mediaNanos;
        if (packets++ == 0) {
            windowStart = arrivalNanos;
        } else if (arrivalNanos - windowStart > WINDOW_NANOS) {
            fastestBefore = fastest;
            fastest = Long.MAX_VALUE;
            windowStart = arrivalNanos;
        }
        fastest = Math.min(fastest, transit);
        count(Math.clamp((transit - base()) / (BIN_MS * MS), 0, BINS - 1));
    }

    private void count(int bin) {
        for (int i = 0; i < BINS; i++) {
            weights[i] *= MEMORY;
        }
        weights[bin]++;
        total = total * MEMORY + 1;
        lost *= MEMORY;
    }

    /// Counts packets that never came.
    void lost(int count) {
        lost += count;
    }

    /// Share of packets lost lately, 0..1.
    float lossShare() {
        return total == 0 ? 0 : lost / (total + lost);
    }

    private long base() {
        return Math.min(fastest, fastestBefore);
    }

    void restart() {
        packets = 0;
        fastest = Long.MAX_VALUE;
        fastestBefore = Long.MAX_VALUE;
    }

    /// Packets seen since the stream began.
    int packets() {
        return packets;
    }

    /// How much later than a fastest packet would come sound of this media time is played now, milliseconds.
    int playoutDelayMs(long mediaNanos, long nowNanos) {
        return packets == 0 ? 0 : (int) ((nowNanos - mediaNanos - base()) / MS);
    }

    /// The delay that this share of packets does not exceed, milliseconds.
    int quantileMs(double share) {
        double rest = total * (1 - share);
        int bin = BINS - 1;
        for (double above = weights[bin]; bin > 0 && above <= rest; above += weights[bin]) {
            bin--;
        }
        return (bin + 1) * BIN_MS;
    }
}
