package ru.garnitura.softphone.media.rtp;

import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Hands datagrams from the receive lane to the audio lane without locks or allocation. One writer, one reader; a
/// writer that is too fast loses what is new.
final class PacketQueue {

    private static final int SLOTS = 128;

    private final Datagram[] slots = new Datagram[SLOTS];
    private final AtomicInteger written = new AtomicInteger();
    private final AtomicInteger read = new AtomicInteger();

    PacketQueue() {
        java.util.Arrays.setAll(slots, i -> new Datagram());
    }

    /// Receive lane.
    ///
    /// @param control it came on the RTCP port
    void offer(ByteBuffer datagram, SocketAddress from, boolean control, long arrival) {
        int at = written.get();
        Datagram slot = slots[at % SLOTS];
        if (((at - read.get()) & Integer.MAX_VALUE) == SLOTS || !slot.fits(datagram.remaining())) {
            return;
        }
        slot.fill(datagram, from, control, arrival);
        written.set((at + 1) & Integer.MAX_VALUE);
    }

    /// Audio lane: the oldest datagram, or null; valid until `remove`.
    @Nullable Datagram peek() {
        int at = read.get();
        return at == written.get() ? null : slots[at % SLOTS];
    }

    /// Audio lane.
    void remove() {
        read.set((read.get() + 1) & Integer.MAX_VALUE);
    }
}
