package ru.garnitura.softphone.media.session;

import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.media.rtp.Datagram;
import ru.garnitura.softphone.media.rtp.RtpOutput;
import ru.garnitura.softphone.media.srtp.SrtpKeys;
import ru.garnitura.softphone.media.srtp.SrtpProtector;
import ru.garnitura.softphone.media.srtp.SrtpUnprotector;

/// Stands between a stream and the network: protects what leaves, checks what comes. While keys are awaited nothing
/// passes. Audio lane.
final class Guard implements RtpOutput {

    private static final int LONGEST = 1600;

    private final RtpOutput network;
    private final byte[] sealed = new byte[LONGEST + SrtpProtector.OVERHEAD];
    private Protection protection = Protection.NONE;
    private @Nullable SrtpProtector outgoing;
    private @Nullable SrtpUnprotector incoming;

    Guard(RtpOutput network) {
        this.network = network;
    }

    /// From now on packets are protected like this; keys that stay the same keep their counters.
    void follow(Protection wanted) {
        if (wanted.equals(protection)) {
            return;
        }
        Protection before = protection;
        protection = wanted;
        switch (wanted) {
            case Protection.Open _, Protection.Dtls _ -> {
                outgoing = null;
                incoming = null;
            }
            case Protection.Sdes(SrtpKeys ours, SrtpKeys theirs) -> {
                boolean sameOurs = before instanceof Protection.Sdes was && was.ours().equals(ours);
                boolean sameTheirs = before instanceof Protection.Sdes was && was.theirs().equals(theirs);
                outgoing = sameOurs && outgoing != null ? outgoing : new SrtpProtector(ours);
                incoming = sameTheirs && incoming != null ? incoming : new SrtpUnprotector(theirs);
            }
        }
    }

    /// The handshake is over.
    void agreed(SrtpKeys ours, SrtpKeys theirs) {
        outgoing = new SrtpProtector(ours);
        incoming = new SrtpUnprotector(theirs);
    }

    /// Whether both directions are encrypted now.
    boolean isEncrypted() {
        return outgoing != null && incoming != null;
    }

    private boolean isOpen() {
        return protection instanceof Protection.Open;
    }

    @Override
    public void rtp(byte[] data, int length) {
        SrtpProtector seal = outgoing;
        if (isOpen()) {
            network.rtp(data, length);
        } else if (seal != null && length <= LONGEST) {
            System.arraycopy(data, 0, sealed, 0, length);
            network.rtp(sealed, seal.rtp(sealed, length));
        }
    }

    @Override
    public void rtcp(byte[] data, int length) {
        SrtpProtector seal = outgoing;
        if (isOpen()) {
            network.rtcp(data, length);
        } else if (seal != null && length <= LONGEST) {
            System.arraycopy(data, 0, sealed, 0, length);
            network.rtcp(sealed, seal.rtcp(sealed, length));
        }
    }

    /// Checks and decrypts a datagram in place.
    ///
    /// @return its length, or [SrtpUnprotector#DROPPED]
    int admit(Datagram datagram) {
        SrtpUnprotector check = incoming;
        if (isOpen()) {
            return datagram.length();
        }
        if (check == null) {
            return SrtpUnprotector.DROPPED;
        }
        return datagram.isControl() ? check.rtcp(datagram.data(), datagram.length())
                : check.rtp(datagram.data(), datagram.length());
    }

    /// Packets dropped for a wrong tag or as replays.
    long refused() {
        SrtpUnprotector check = incoming;
        return check == null ? 0 : check.forged() + check.replayed();
    }
}
