package ru.garnitura.softphone.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A stranger who knows the ports of a call on loopback, and sends the same datagram to them until he is closed.
final class Sprayer implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("m=audio (\\d+)");

    private final DatagramSocket socket = new DatagramSocket();
    private final List<Integer> ports = new CopyOnWriteArrayList<>();
    private final byte[] datagram;
    private final int atOnce;
    private final long pause;

    /// @param atOnce sent to each port in a row
    /// @param pause  between rows, nanoseconds
    Sprayer(byte[] datagram, int atOnce, long pause) throws SocketException {
        this.datagram = datagram.clone();
        this.atOnce = atOnce;
        this.pause = pause;
        Thread.ofPlatform().daemon().start(this::spray);
    }

    /// From now on whoever wrote this SDP is sprayed too.
    String aimAt(String sdp) {
        Matcher port = PORT.matcher(sdp);
        if (!port.find()) {
            throw new AssertionError("no port in " + sdp);
        }
        ports.add(Integer.valueOf(port.group(1)));
        return sdp;
    }

    private void spray() {
        while (!socket.isClosed()) {
            for (int port : ports) {
                send(port);
            }
            LockSupport.parkNanos(pause);
        }
    }

    private void send(int port) {
        try {
            for (int i = 0; i < atOnce; i++) {
                socket.send(new DatagramPacket(datagram, datagram.length, InetAddress.getLoopbackAddress(), port));
            }
        } catch (SocketException closed) {
            return;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
