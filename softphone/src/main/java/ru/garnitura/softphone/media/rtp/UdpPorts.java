package ru.garnitura.softphone.media.rtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import ru.garnitura.softphone.call.MediaException;

/// A pair of UDP ports: even for RTP, the next for RTCP.
public final class UdpPorts implements AutoCloseable {

    private static final int ATTEMPTS = 64;
    private static final int EXPEDITED_FORWARDING = 0xb8;

    private final DatagramChannel rtp;
    private final DatagramChannel rtcp;
    private final int port;

    private UdpPorts(DatagramChannel rtp, DatagramChannel rtcp, int port) {
        this.rtp = rtp;
        this.rtcp = rtcp;
        this.port = port;
    }

    /// Binds a free pair. Any lane, microseconds.
    ///
    /// @throws MediaException naming the address when there is none
    public static UdpPorts bind(InetAddress address) {
        IOException last = new IOException("no even port");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                DatagramChannel first = open(address, 0);
                int port = ((InetSocketAddress) first.getLocalAddress()).getPort();
                boolean even = (port & 1) == 0;
                try {
                    DatagramChannel second = open(address, even ? port + 1 : port - 1);
                    return even ? new UdpPorts(first, second, port) : new UdpPorts(second, first, port - 1);
                } catch (IOException taken) {
                    first.close();
                    last = taken;
                }
            } catch (IOException unusable) {
                throw new MediaException("cannot bind RTP on " + address.getHostAddress(), unusable);
            }
        }
        throw new MediaException("no free pair of RTP ports on " + address.getHostAddress(), last);
    }

    private static DatagramChannel open(InetAddress address, int port) throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.IP_TOS, EXPEDITED_FORWARDING);
            channel.bind(new InetSocketAddress(address, port));
            return channel;
        } catch (IOException unusable) {
            channel.close();
            throw unusable;
        }
    }

    /// The RTP port.
    public int port() {
        return port;
    }

    DatagramChannel rtp() {
        return rtp;
    }

    DatagramChannel rtcp() {
        return rtcp;
    }

    @Override
    public void close() {
        try (rtp; rtcp) {
            return;
        } catch (IOException unclosed) {
            throw new MediaException("cannot close RTP port " + port, unclosed);
        }
    }
}
