package ru.garnitura.softphone.media.dtls;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bouncycastle.tls.DatagramTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The handshake's way to the network and back. What comes too fast is lost, as on any network.
final class DtlsPipe implements DatagramTransport {

    private static final Logger LOG = LoggerFactory.getLogger(DtlsPipe.class);
    private static final int WAITING = 64;
    private static final int LARGEST_RECEIVED = 1500;
    /// Fits any path with an IPv6 header.
    private static final int LARGEST_SENT = 1200;

    private final BlockingQueue<byte[]> received = new ArrayBlockingQueue<>(WAITING);
    private final Consumer<byte[]> network;
    private volatile boolean closed;

    DtlsPipe(Consumer<byte[]> network) {
        this.network = network;
    }

    /// What is too much is dropped, and what waits stays. Any thread.
    void deliver(byte[] datagram) {
        int heeded = DtlsDatagram.lengthBeforePlainAlert(datagram);
        if (!closed && heeded > 0 && !received.offer(Arrays.copyOf(datagram, heeded))) {
            LOG.debug("A handshake datagram too many was dropped");
        }
    }

    @Override
    public int getReceiveLimit() {
        return LARGEST_RECEIVED;
    }

    @Override
    public int getSendLimit() {
        return LARGEST_SENT;
    }

    @Override
    public int receive(byte[] buffer, int at, int length, int waitMillis) throws IOException {
        if (closed) {
            throw new IOException("closed");
        }
        try {
            byte[] datagram = received.poll(waitMillis, TimeUnit.MILLISECONDS);
            if (datagram == null) {
                return -1;
            }
            int taken = Math.min(length, datagram.length);
            System.arraycopy(datagram, 0, buffer, at, taken);
            return taken;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stop);
        }
    }

    @Override
    public void send(byte[] buffer, int at, int length) {
        if (!closed) {
            network.accept(Arrays.copyOfRange(buffer, at, at + length));
        }
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
