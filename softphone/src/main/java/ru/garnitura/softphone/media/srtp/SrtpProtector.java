package ru.garnitura.softphone.media.srtp;

/// Protects what one source of ours sends. Packets leave in order of their sequence numbers.
public final class SrtpProtector {

    /// Bytes a protected packet may be longer.
    public static final int OVERHEAD = SrtpSuite.RTCP_TAG_BYTES + 4;

    private static final int ENCRYPTED = 0x80000000;

    private final SrtpSuite suite;
    private final SessionKeys rtp;
    private final SessionKeys rtcp;
    private int rollOver;
    private int lastSequence = -1;
    private int reports;

    public SrtpProtector(SrtpKeys keys) {
        suite = keys.suite();
        rtp = SessionKeys.forRtp(keys);
        rtcp = SessionKeys.forRtcp(keys);
    }

    /// Protects an RTP packet in place; the array has [#OVERHEAD] bytes to spare.
    ///
    /// @return its new length
    public int rtp(byte[] packet, int length) {
        int sequence = Words.sequence(packet);
        if (sequence < lastSequence && lastSequence - sequence > 0x8000) {
            rollOver++;
        }
        lastSequence = sequence;
        int from = Words.payloadAt(packet, length);
        rtp.apply(packet, from, length - from, Words.getInt(packet, 8), (rollOver & 0xffffffffL) << 16 | sequence);
        rtp.authentication().sign(packet, length, rollOver, suite.tagBytes());
        return length + suite.tagBytes();
    }

    /// Protects a compound RTCP packet in place.
    ///
    /// @return its new length
    public int rtcp(byte[] packet, int length) {
        int index = reports++ & ~ENCRYPTED;
        rtcp.apply(packet, 8, length - 8, Words.getInt(packet, 4), index);
        Words.putInt(packet, length, index | ENCRYPTED);
        rtcp.authentication().sign(packet, length + 4, SrtpSuite.RTCP_TAG_BYTES);
        return length + 4 + SrtpSuite.RTCP_TAG_BYTES;
    }
}
