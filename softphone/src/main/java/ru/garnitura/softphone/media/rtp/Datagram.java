package ru.garnitura.softphone.media.rtp;

import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/// One received datagram on its way between the lanes; reused.
public final class Datagram {

    private final byte[] data = new byte[RtpPacket.HEADER + PacketStore.MAX_PAYLOAD];
    private int length;
    private boolean control;
    private long arrival;
    private @Nullable SocketAddress from;

    boolean fits(int bytes) {
        return bytes <= data.length;
    }

    void fill(java.nio.ByteBuffer bytes, SocketAddress source, boolean onControlPort, long arrivalNanos) {
        length = bytes.remaining();
        bytes.get(data, 0, length);
        from = source;
        control = onControlPort;
        arrival = arrivalNanos;
    }

    public byte[] data() {
        return data;
    }

    public int length() {
        return length;
    }

    /// When it came, nanoseconds.
    public long arrival() {
        return arrival;
    }

    /// Who sent it.
    public SocketAddress from() {
        if (from == null) {
            throw new IllegalStateException("an empty datagram");
        }
        return from;
    }

    /// Whether it came on the port that is RTCP's alone.
    public boolean onControlPort() {
        return control;
    }

    /// Whether it is RTCP: by its port, or on a shared port by its packet type (RFC 5761, section 4).
    public boolean isControl() {
        return control || (length >= 2 && (data[1] & 0xff) >= 192 && (data[1] & 0xff) <= 223);
    }
}
