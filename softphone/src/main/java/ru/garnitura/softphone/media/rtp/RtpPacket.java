package ru.garnitura.softphone.media.rtp;

/// A view of one RTP packet in a buffer that is reused (RFC 3550, section 5.1).
public final class RtpPacket {

    public static final int HEADER = 12;
    private static final int VERSION = 0x80;

    private byte[] data = new byte[0];
    private int payloadAt;
    private int payloadLength;

    /// Looks at a received datagram.
    ///
    /// @return false when it is not a well-formed RTP packet; the view is then meaningless
    public boolean read(byte[] datagram, int length) {
        if (length < HEADER || (datagram[0] & 0xc0) != VERSION) {
            return false;
        }
        data = datagram;
        int at = HEADER + 4 * (datagram[0] & 0x0f);
        if ((datagram[0] & 0x10) != 0) {
            if (length < at + 4) {
                return false;
            }
            at += 4 + 4 * (((datagram[at + 2] & 0xff) << 8) | (datagram[at + 3] & 0xff));
        }
        int padding = (datagram[0] & 0x20) != 0 ? datagram[length - 1] & 0xff : 0;
        payloadAt = at;
        payloadLength = length - at - padding;
        return payloadLength >= 0;
    }

    /// Writes a header without extensions.
    ///
    /// @return its length
    public static int writeHeader(byte[] out, int payloadType, boolean marker, int sequence, int timestamp, int ssrc) {
        out[0] = (byte) VERSION;
        out[1] = (byte) (payloadType | (marker ? 0x80 : 0));
        out[2] = (byte) (sequence >> 8);
        out[3] = (byte) sequence;
        Bytes.putInt(out, 4, timestamp);
        Bytes.putInt(out, 8, ssrc);
        return HEADER;
    }

    public int payloadType() {
        return data[1] & 0x7f;
    }

    public boolean marker() {
        return (data[1] & 0x80) != 0;
    }

    public int sequence() {
        return ((data[2] & 0xff) << 8) | (data[3] & 0xff);
    }

    public int timestamp() {
        return Bytes.getInt(data, 4);
    }

    public int ssrc() {
        return Bytes.getInt(data, 8);
    }

    /// The buffer the payload lies in.
    public byte[] data() {
        return data;
    }

    public int payloadAt() {
        return payloadAt;
    }

    public int payloadLength() {
        return payloadLength;
    }
}
