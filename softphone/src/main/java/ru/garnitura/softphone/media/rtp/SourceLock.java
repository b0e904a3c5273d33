package ru.garnitura.softphone.media.rtp;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/// Decides whose datagrams are heard: whoever sent the first one after the start, as long as he sends.
///
/// Only the address the remote side announced may take over, and only when the locked source has been silent: a
/// stranger who injects packets into a call is never heard (and is counted).
public final class SourceLock {

    private static final long SILENCE_NANOS = 1_000_000_000L;

    private SocketAddress announced;
    private @Nullable SocketAddress locked;
    private long lastHeard;
    private long refused;

    public SourceLock(InetSocketAddress announced) {
        this.announced = announced;
    }

    /// The remote side announced another address: whoever sends first is locked anew.
    public void announce(InetSocketAddress address) {
        if (!address.equals(announced)) {
            announced = address;
            locked = null;
        }
    }

    /// Whether a datagram from this address may be heard; the first one locks.
    ///
    /// @param now nanoseconds
    public boolean admits(SocketAddress from, long now) {
        SocketAddress current = locked;
        boolean admitted = current == null || from.equals(current)
                || (from.equals(announced) && now - lastHeard > SILENCE_NANOS);
        if (admitted) {
            locked = from;
            lastHeard = now;
        } else {
            refused++;
        }
        return admitted;
    }

    /// Datagrams from strangers.
    public long refused() {
        return refused;
    }
}
