package ru.garnitura.softphone.media.session;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/// Decides whose datagrams reach the handshake on one port, as [ru.garnitura.softphone.media.rtp.SourceLock] does for
/// sound: those of the address the remote side announced, or, where nothing comes from there because a NAT stands between,
/// those of whoever was the first to begin a handshake.
///
/// Sound from a stranger can be let go of again. A handshake he began cannot, since nothing proves who sent what before its
/// end: so the announced address has some time for itself, after which a peer behind a NAT says his first words again.
/// Audio lane.
final class HandshakeLock {

    /// More than the second after which a hello that was lost is repeated (RFC 6347, section 4.2.4.1).
    static final long PATIENCE = 1_200_000_000L;

    private @Nullable InetSocketAddress announced;
    private @Nullable SocketAddress locked;
    private long since;

    /// The remote side is there now. Whoever comes first at another address is locked anew.
    void announce(InetSocketAddress address, long now) {
        if (!address.equals(announced)) {
            announced = address;
            open(now);
        }
    }

    /// Another handshake is due, maybe with somebody else.
    void open(long now) {
        locked = null;
        since = now;
    }

    /// @param opens   the datagram begins a handshake, or seems to
    /// @param arrival nanoseconds, as `now`
    boolean admits(SocketAddress from, boolean opens, long arrival) {
        if (from.equals(announced) || (locked == null && opens && arrival - since >= PATIENCE)) {
            locked = from;
        }
        return from.equals(locked);
    }
}
