package ru.garnitura.softphone.media.rtp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The two sockets of one call. Sends on the audio lane without blocking; hands out what the receive lane queued.
public final class UdpTransport implements RtpOutput, AutoCloseable {

    /// Where datagrams go; RTCP shares the RTP port when `multiplexed` (RFC 5761).
    public record Target(InetSocketAddress rtp, InetSocketAddress rtcp, boolean multiplexed) {

        /// The address 0.0.0.0: neither RTP nor RTCP is to be sent (RFC 3264, section 8.4).
        public boolean isNowhere() {
            return rtp.getAddress().isAnyLocalAddress();
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(UdpTransport.class);

    private volatile UdpPorts ports;
    private final ReceiveLane lane;
    private final PacketQueue queue = new PacketQueue();
    private final ByteBuffer sending = ByteBuffer.allocateDirect(2048);
    private volatile @Nullable Target target;
    private boolean listening;
    private long unsent;

    public UdpTransport(UdpPorts ports, ReceiveLane lane) {
        this.ports = ports;
        this.lane = lane;
    }

    /// Starts to receive; what had come before is dropped.
    public void listen() {
        listening = true;
        lane.add(ports, queue);
    }

    /// Sends and receives through other ports from now on, and lets the former ones go. Signaling lane, as `listen`.
    public void move(UdpPorts fresh) {
        UdpPorts before = ports;
        ports = fresh;
        if (listening) {
            lane.add(fresh, queue);
        }
        before.close();
        lane.wake();
    }

    public void aim(Target newTarget) {
        target = newTarget.isNowhere() ? null : newTarget;
    }

    @Override
    public void rtp(byte[] data, int length) {
        Target to = target;
        if (to != null) {
            send(ports.rtp(), to.rtp(), data, length);
        }
    }

    @Override
    public void rtcp(byte[] data, int length) {
        Target to = target;
        if (to != null) {
            send(to.multiplexed() ? ports.rtp() : ports.rtcp(), to.rtcp(), data, length);
        }
    }

    /// Sends to where RTP goes, from a thread that is not the audio lane, which may not have aimed there yet.
    public void handshake(byte[] datagram, Target to) {
        if (!to.isNowhere()) {
            handshake(ports.rtp(), to.rtp(), datagram);
        }
    }

    /// Sends from the port of RTCP to where RTCP goes, as [#handshake].
    public void controlHandshake(byte[] datagram, Target to) {
        if (!to.isNowhere()) {
            handshake(ports.rtcp(), to.rtcp(), datagram);
        }
    }

    private static void handshake(DatagramChannel channel, InetSocketAddress to, byte[] datagram) {
        try {
            channel.send(ByteBuffer.wrap(datagram), to);
        } catch (IOException unreachable) {
            LOG.debug("Handshake datagram not sent: {}", unreachable.toString());
        }
    }

    /// A datagram that cannot be sent is lost like any other: the network may be back for the next one.
    private void send(DatagramChannel channel, InetSocketAddress to, byte[] data, int length) {
        sending.clear().put(data, 0, length).flip();
        try {
            if (channel.send(sending, to) == 0) {
                unsent++;
            }
        } catch (IOException unreachable) {
            unsent++;
        }
    }

    /// Gives all datagrams received by now to `receiver`. Audio lane.
    public void drain(DatagramReceiver receiver) {
        for (Datagram next = queue.peek(); next != null; next = queue.peek()) {
            receiver.received(next);
            queue.remove();
        }
    }

    /// Datagrams the system did not take.
    public long unsent() {
        return unsent;
    }

    @Override
    public void close() {
        ports.close();
        lane.wake();
    }
}
