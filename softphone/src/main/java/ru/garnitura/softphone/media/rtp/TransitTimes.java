package ru.garnitura.softphone.media.rtp;

/// How long packets take compared with the fastest of the last seconds: its unknown constant part falls away, what is
/// left is jitter. Where the constant part grows for good, by another route or a sender that skipped a while, the packets
/// counted as late until that was known are late no more.
public final class TransitTimes {

    private static final int BIN_MS = 5;
    private static final int BINS = 64;
    /// Weight kept per packet: half is forgotten in 7 s of 20 ms packets.
    private static final float MEMORY = 0.998f;
    private static final long WINDOW_NANOS = 2_000_000_000L;
    private static final long MS = 1_000_000L;
    private static final long BIN = BIN_MS * MS;

    private final float[] weights = new float[BINS];
    private float total;
    private float lost;
    private int packets;
    private long windowStart;
    private long fastest = Long.MAX_VALUE;
    private long fastestBefore = Long.MAX_VALUE;
    /// Transit that bin 0 begins at: the fastest's, or up to a bin less.
    private long reference;

    /// @param mediaNanos   the packet's timestamp as time, nanoseconds
    /// @param arrivalNanos when it came, nanoseconds
    void arrived(long mediaNanos, long arrivalNanos) {
        long transit = arrivalNanos - mediaNanos;
        if (packets++ == 0) {
            windowStart = arrivalNanos;
            reference = transit;
        } else if (arrivalNanos - windowStart > WINDOW_NANOS) {
            fastestBefore = fastest;
            fastest = Long.MAX_VALUE;
            windowStart = arrivalNanos;
        }
        fastest = Math.min(fastest, transit);
        follow(Math.min(fastest, fastestBefore));
        count(Math.clamp((transit - reference) / BIN, 0, BINS - 1));
    }

    /// The bins begin at another fastest transit.
    private void follow(long transit) {
        long later = Math.floorDiv(transit - reference, BIN);
        reference += later * BIN;
        int by = Math.clamp(later, 0, BINS - 1);
        for (int bin = 1; by > 0 && bin < BINS; bin++) {
            float weight = weights[bin];
            weights[bin] = 0;
            weights[Math.max(0, bin - by)] += weight;
        }
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
        return packets == 0 ? 0 : (int) ((nowNanos - mediaNanos - reference) / MS);
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
