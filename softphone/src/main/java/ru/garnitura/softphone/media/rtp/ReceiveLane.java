package ru.garnitura.softphone.media.rtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.softphone.call.MediaException;

/// One thread that notes when each datagram of any call came and hands it over. It decides nothing, so that a flood
/// costs the audio lane no more than a full queue.
public final class ReceiveLane implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiveLane.class);

    private record Port(PacketQueue queue, boolean control) {
    }

    private final Selector selector;
    private final Queue<Runnable> commands = new ConcurrentLinkedQueue<>();
    private final ByteBuffer datagram = ByteBuffer.allocateDirect(2048);
    private @Nullable Thread thread;
    private volatile boolean closed;

    /// @throws MediaException when the system gives no selector
    public ReceiveLane() {
        try {
            selector = Selector.open();
        } catch (IOException impossible) {
            throw new MediaException("cannot open a selector for RTP", impossible);
        }
    }

    /// Any thread.
    void add(UdpPorts ports, PacketQueue queue) {
        commands.add(() -> {
            register(ports.rtp(), new Port(queue, false));
            register(ports.rtcp(), new Port(queue, true));
        });
        startOnce();
        wake();
    }

    private synchronized void startOnce() {
        if (thread == null) {
            thread = Thread.ofPlatform().name("garnitura-rtp").daemon().start(this::run);
        }
    }

    /// Lets closed channels go. Any thread.
    void wake() {
        selector.wakeup();
    }

    private void run() {
        try (selector) {
            while (!closed) {
                selector.select(this::receive);
                for (Runnable command = commands.poll(); command != null; command = commands.poll()) {
                    command.run();
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("The receive lane's selector broke", broken);
        }
    }

    /// Registers a channel after dropping what waited in it since it was bound.
    private void register(DatagramChannel channel, Port port) {
        try {
            do {
                datagram.clear();
            } while (channel.receive(datagram) != null);
            channel.register(selector, SelectionKey.OP_READ, port);
        } catch (ClosedChannelException ended) {
            LOG.debug("The call ended before its ports were listened to");
        } catch (IOException unusable) {
            LOG.warn("RTP port cannot be listened to", unusable);
        }
    }

    private void receive(SelectionKey key) {
        if (!(key.attachment() instanceof Port port) || !(key.channel() instanceof DatagramChannel channel)) {
            return;
        }
        try {
            for (SocketAddress from = next(channel); from != null; from = next(channel)) {
                port.queue.offer(datagram, from, port.control, System.nanoTime());
            }
        } catch (IOException closedOrUnreachable) {
            LOG.debug("RTP port not read: {}", closedOrUnreachable.toString());
        }
    }

    private @Nullable SocketAddress next(DatagramChannel channel) throws IOException {
        datagram.clear();
        SocketAddress from = channel.receive(datagram);
        datagram.flip();
        return from;
    }

    /// Ends the thread, which closes the selector; any thread.
    @Override
    public synchronized void close() {
        closed = true;
        startOnce();
        wake();
    }
}
