package ru.garnitura.softphone.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import ru.garnitura.softphone.media.rtp.UdpTransport.Target;

class UdpTransportTest {

    private static Target target(String host, int port) {
        InetSocketAddress both = new InetSocketAddress(InetAddress.ofLiteral(host), port);
        return new Target(both, both, false);
    }

    /// To the system 0.0.0.0 is this machine: whoever listens there would hear the call.
    @Test
    void nothingIsSentToNowhere() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (DatagramSocket listener = new DatagramSocket(0, loopback); ReceiveLane lane = new ReceiveLane();
                UdpTransport transport = new UdpTransport(UdpPorts.bind(loopback), lane)) {
            listener.setSoTimeout(5000);
            transport.aim(target("0.0.0.0", listener.getLocalPort()));
            transport.rtp(new byte[] {1}, 1);
            transport.rtcp(new byte[] {2}, 1);
            transport.handshake(new byte[] {3}, target("0.0.0.0", listener.getLocalPort()));
            transport.aim(target("127.0.0.1", listener.getLocalPort()));
            transport.rtcp(new byte[] {4}, 1);
            DatagramPacket first = new DatagramPacket(new byte[8], 8);
            listener.receive(first);
            assertThat(first.getData()[0]).isEqualTo((byte) 4);
        }
    }
}
