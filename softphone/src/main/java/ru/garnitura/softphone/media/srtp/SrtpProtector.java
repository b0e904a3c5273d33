package ru.garnitura.softphone.media.srtp;

/// Protects what one source of ours sends. Packets leave in order of their sequence numbers.
public final class SrtpProtector {

    /// Bytes a protected packet may be longer.
    public static final int OVERHEAD = 16 + 4;

    private final int tagBytes;
    private final Transform rtp;
    private final Transform rtcp;
    private int rollOver;
    private int lastSequence = -1;
    private int reports;

    public SrtpProtector(SrtpKeys keys) {
        tagBytes = keys.suite().tagBytes();
        rtp = Transform.forRtp(keys);
        rtcp = Transform.forRtcp(keys);
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
        rtp.sealRtp(packet, Words.payloadAt(packet, length), length, (rollOver & 0xffffffffL) << 16 | sequence);
        return length + tagBytes;
    }

    /// Protects a compound RTCP packet in place.
    ///
    /// @return its new length
    public int rtcp(byte[] packet, int length) {
        return rtcp.sealRtcp(packet, length, reports++ | Transform.ENCRYPTED);
    }
}
