package ru.garnitura.softphone.media.session;

import ru.garnitura.softphone.media.dtls.DtlsDatagram;
import ru.garnitura.softphone.media.rtp.Datagram;

/// Whose handshakes are held, on either port of a call. Audio lane.
final class HandshakeSources {

    private final HandshakeLock media = new HandshakeLock();
    private final HandshakeLock control = new HandshakeLock();
    private Protection protection = Protection.NONE;

    /// This is negotiated now. Nowhere, the old way to say hold, is no address.
    void follow(StreamPlan plan, long now) {
        if (!plan.target().isNowhere()) {
            media.announce(plan.target().rtp(), now);
            control.announce(plan.target().rtcp(), now);
        }
        if (!plan.protection().equals(protection)) {
            protection = plan.protection();
            media.open(now);
            control.open(now);
        }
    }

    boolean admits(Datagram datagram) {
        HandshakeLock lock = datagram.onControlPort() ? control : media;
        return protection instanceof Protection.Dtls agreed && lock.admits(datagram.from(),
                DtlsDatagram.opens(datagram.data(), datagram.length(), agreed.client()), datagram.arrival());
    }
}
