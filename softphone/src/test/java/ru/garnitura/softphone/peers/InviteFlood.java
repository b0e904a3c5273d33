package ru.garnitura.softphone.peers;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// One source that sends INVITEs at an even pace, each of a call of its own, and reads no answer.
public final class InviteFlood {

    private static final String SOURCE = "127.99.9.9";

    private InviteFlood() {
    }

    /// Arguments: port on 127.0.0.1, INVITEs a second, seconds.
    public static void main(String[] args) throws IOException {
        int perSecond = Integer.parseInt(args[1]);
        InetSocketAddress target = new InetSocketAddress(FreePorts.LOOPBACK, Integer.parseInt(args[0]));
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.ofLiteral(SOURCE))) {
            send(socket, target, perSecond, perSecond * Integer.parseInt(args[2]));
        }
    }

    /// Sends until all are sent; blocks.
    public static void send(DatagramSocket socket, InetSocketAddress target, int perSecond, int count) throws IOException {
        long started = System.nanoTime();
        for (int i = 0; i < count; i++) {
            byte[] invite = ("INVITE sip:101@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP " + SOURCE + ":" + socket.getLocalPort()
                    + ";branch=z9hG4bKflood" + i + "\r\nFrom: <sip:f@127.0.0.1>;tag=f" + i + "\r\nTo: <sip:101@127.0.0.1>\r\n"
                    + "Call-ID: flood" + i + "\r\nCSeq: 1 INVITE\r\nContact: <sip:f@" + SOURCE + ">\r\nMax-Forwards: 70\r\n"
                    + "Content-Length: 0\r\n\r\n").getBytes(StandardCharsets.UTF_8);
            socket.send(new DatagramPacket(invite, invite.length, target));
            long due = started + TimeUnit.SECONDS.toNanos(i) / perSecond;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(100_000);
            }
        }
    }
}
