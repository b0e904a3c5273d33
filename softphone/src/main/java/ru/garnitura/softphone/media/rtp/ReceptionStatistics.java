package ru.garnitura.softphone.media.rtp;

/// Loss and jitter of one source (RFC 3550, sections 6.4.1, A.1, A.3 and A.8).
public final class ReceptionStatistics {

    /// As in RFC 3550, appendix A.1: further ahead or behind than this is no loss and no reordering but another sequence.
    private static final int MAX_DROPOUT = 3000;
    private static final int MAX_MISORDER = 100;

    private final int clock;
    private boolean started;
    private long baseSequence;
    private long highestSequence;
    private long received;
    private double jitter;
    private long lastTransit;
    private long expectedBefore;
    private long receivedBefore;

    /// @param clock ticks of the RTP timestamp per second
    public ReceptionStatistics(int clock) {
        this.clock = clock;
    }

    /// Counts a packet.
    ///
    /// @param arrival nanoseconds
    /// @return the sequence number extended over wraps; may be lower than an earlier one for a late packet
    public long count(int sequence, int timestamp, long arrival) {
        long extended = started ? extend(sequence) : sequence;
        long transit = Math.floorDiv(arrival * clock, 1_000_000_000L) - Integer.toUnsignedLong(timestamp);
        if (!started) {
            started = true;
            baseSequence = extended;
            highestSequence = extended;
        } else {
            long difference = Math.abs((int) (transit - lastTransit));
            jitter += (Math.min(difference, (long) clock) - jitter) / 16;
        }
        lastTransit = transit;
        highestSequence = Math.max(highestSequence, extended);
        received++;
        return extended;
    }

    /// Whether a sequence number is too far from the others to belong to them.
    boolean isJump(int sequence) {
        int ahead = (short) (sequence - (int) highestSequence);
        return started && (ahead >= MAX_DROPOUT || ahead < -MAX_MISORDER);
    }

    private long extend(int sequence) {
        return highestSequence + (short) (sequence - (int) highestSequence);
    }

    public boolean isStarted() {
        return started;
    }

    public long highestSequence() {
        return highestSequence;
    }

    public long received() {
        return received;
    }

    public long expected() {
        return started ? highestSequence - baseSequence + 1 : 0;
    }

    /// Never negative: duplicates do not make up for loss in what the operator sees.
    public long lost() {
        return Math.max(0, expected() - received);
    }

    public double jitterMs() {
        return jitter * 1000 / clock;
    }

    long jitterTicks() {
        return (long) jitter;
    }

    /// Loss since the last call of this method, 0..255 of 256.
    int fractionLostSinceLast() {
        long expected = expected() - expectedBefore;
        long lost = expected - (received - receivedBefore);
        expectedBefore = expected();
        receivedBefore = received;
        return expected <= 0 || lost <= 0 ? 0 : (int) Math.min(255, (lost << 8) / expected);
    }
}
