package ru.garnitura.softphone.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/// A bad network on loopback: passes datagrams on to one target, and back to whom it heard last, losing, delaying and
/// doubling them as a seed says.
public final class UdpRelay implements AutoCloseable {

    /// @param loss      share of datagrams lost, 0..1
    /// @param jitterMs  each is delayed by 0..this
    /// @param duplicate share of datagrams passed on twice
    public record Weather(double loss, int jitterMs, double duplicate) {

        public static final Weather FINE = new Weather(0, 0, 0);
        public static final Weather CUT = new Weather(1, 0, 0);
    }

    private static final byte DTLS_HANDSHAKE = 22;

    private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final InetSocketAddress target;
    private final RandomGenerator random;
    private volatile Weather weather;
    private volatile @Nullable SocketAddress asker;
    private final AtomicInteger handshakes = new AtomicInteger();
    private volatile long lastPassed = System.nanoTime();

    public UdpRelay(int targetPort, Weather weather, long seed) throws SocketException {
        target = new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort);
        this.weather = weather;
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Thread.ofVirtual().start(this::pass);
    }

    /// The port to send to instead of the target.
    public int port() {
        return socket.getLocalPort();
    }

    public void change(Weather now) {
        weather = now;
    }

    /// Datagrams of a DTLS handshake that came to be passed on.
    public int handshakes() {
        return handshakes.get();
    }

    private void pass() {
        DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
        while (!socket.isClosed()) {
            try {
                socket.receive(packet);
                forward(Arrays.copyOf(packet.getData(), packet.getLength()), beyond(packet.getSocketAddress()));
                packet.setLength(2048);
            } catch (SocketException closed) {
                return;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    private @Nullable SocketAddress beyond(SocketAddress from) {
        if (from.equals(target)) {
            return asker;
        }
        asker = from;
        return target;
    }

    private void forward(byte[] data, @Nullable SocketAddress to) {
        Weather now = weather;
        if (data.length > 0 && data[0] == DTLS_HANDSHAKE) {
            handshakes.incrementAndGet();
        }
        if (to == null || random.nextDouble() < now.loss()) {
            return;
        }
        int copies = random.nextDouble() < now.duplicate() ? 2 : 1;
        for (int copy = 0; copy < copies; copy++) {
            long delay = now.jitterMs() == 0 ? 0 : random.nextLong(now.jitterMs() * 1000L);
            CompletableFuture.delayedExecutor(delay, TimeUnit.MICROSECONDS).execute(() -> send(data, to));
        }
    }

    /// When a datagram was passed on last, nanoseconds.
    public long lastPassed() {
        return lastPassed;
    }

    private void send(byte[] data, SocketAddress to) {
        try {
            if (!socket.isClosed()) {
                lastPassed = System.nanoTime();
                socket.send(new DatagramPacket(data, data.length, to));
            }
        } catch (SocketException closedMeanwhile) {
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
