package ru.garnitura.softphone.media.rtp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.media.rtp.UdpTransport.Target;

/// Decides whose datagrams are heard: those of the address the remote side announced, or, while nothing comes from there
/// because a NAT stands between, those of whoever sent the first.
///
/// Nobody but the announced address may take over: a stranger who injects packets into a call is not heard (and is
/// counted), and one who sprays the port before the call has begun is heard until the remote side's first packet. Audio lane.
public final class SourceLock {

    private Target announced;
    private @Nullable SocketAddress locked;
    private long refused;

    public SourceLock(Target announced) {
        this.announced = announced;
    }

    /// The remote side announced another address: whoever sends first is locked anew. Nowhere, the old way to say hold, is
    /// no address to lock to.
    public void announce(Target target) {
        if (!target.isNowhere() && !target.equals(announced)) {
            if (!target.rtp().equals(announced.rtp())) {
                locked = null;
            }
            announced = target;
        }
    }

    /// Whether an RTP datagram from this address may be heard; the first one locks.
    public boolean admits(SocketAddress from) {
        boolean admitted = from.equals(locked) || locked == null || from.equals(announced.rtp());
        if (admitted) {
            locked = from;
        } else {
            refused++;
        }
        return admitted;
    }

    /// Whether a report from this address is believed: from where reports are announced, from where the sound comes, or,
    /// behind a NAT that gave the sound another address, from its host.
    public boolean believes(SocketAddress from) {
        boolean believed = from.equals(announced.rtcp()) || from.equals(locked) || (isTranslated() && isHostOfSound(from));
        if (!believed) {
            refused++;
        }
        return believed;
    }

    private boolean isTranslated() {
        return locked != null && !locked.equals(announced.rtp());
    }

    private boolean isHostOfSound(SocketAddress from) {
        InetAddress sound = locked instanceof InetSocketAddress known ? known.getAddress() : null;
        return from instanceof InetSocketAddress sender && sender.getAddress().equals(sound);
    }

    /// Datagrams from strangers.
    public long refused() {
        return refused;
    }
}
