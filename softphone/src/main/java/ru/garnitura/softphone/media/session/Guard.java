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
    private @Nullable Seal media;
    /// Of reports on a port of their own, whose keys come from a handshake there (RFC 5764, section 4.2).
    private @Nullable Seal control;
    private boolean apart;

    /// Both directions.
    private record Seal(SrtpProtector outgoing, SrtpUnprotector incoming) {

        static Seal of(SrtpKeys ours, SrtpKeys theirs) {
            return new Seal(new SrtpProtector(ours), new SrtpUnprotector(theirs));
        }
    }

    Guard(RtpOutput network) {
        this.network = network;
    }

    /// From now on packets are protected like this; keys that stay the same keep their counters.
    ///
    /// @param multiplexed RTP and RTCP share a port
    void follow(Protection wanted, boolean multiplexed) {
        if (!wanted.equals(protection)) {
            media = wanted instanceof Protection.Sdes sdes ? sealed(sdes) : null;
            control = null;
            protection = wanted;
        }
        apart = wanted instanceof Protection.Dtls && !multiplexed;
        if (!apart) {
            control = null;
        }
    }

    private Seal sealed(Protection.Sdes wanted) {
        Seal before = media;
        if (before == null || !(protection instanceof Protection.Sdes(SrtpKeys ours, SrtpKeys theirs))) {
            return Seal.of(wanted.ours(), wanted.theirs());
        }
        return new Seal(ours.equals(wanted.ours()) ? before.outgoing() : new SrtpProtector(wanted.ours()),
                theirs.equals(wanted.theirs()) ? before.incoming() : new SrtpUnprotector(wanted.theirs()));
    }

    /// A handshake is over.
    void agreed(FreshKeys keys) {
        if (keys.terms().equals(protection)) {
            Seal fresh = Seal.of(keys.ours(), keys.theirs());
            if (keys.control()) {
                control = fresh;
            } else {
                media = fresh;
            }
        }
    }

    /// Whether sound is encrypted in both directions now.
    boolean isEncrypted() {
        return media != null;
    }

    private boolean isOpen() {
        return protection instanceof Protection.Open;
    }

    private @Nullable Seal ofReports() {
        return apart ? control : media;
    }

    @Override
    public void rtp(byte[] data, int length) {
        Seal seal = media;
        if (isOpen()) {
            network.rtp(data, length);
        } else if (seal != null && length <= LONGEST) {
            System.arraycopy(data, 0, sealed, 0, length);
            network.rtp(sealed, seal.outgoing().rtp(sealed, length));
        }
    }

    @Override
    public void rtcp(byte[] data, int length) {
        Seal seal = ofReports();
        if (isOpen()) {
            network.rtcp(data, length);
        } else if (seal != null && length <= LONGEST) {
            System.arraycopy(data, 0, sealed, 0, length);
            network.rtcp(sealed, seal.outgoing().rtcp(sealed, length));
        }
    }

    /// Checks and decrypts a datagram in place.
    ///
    /// @return its length, or [SrtpUnprotector#DROPPED]
    int admit(Datagram datagram) {
        if (isOpen()) {
            return datagram.length();
        }
        boolean report = datagram.isControl();
        Seal seal = report ? ofReports() : media;
        if (seal == null) {
            return SrtpUnprotector.DROPPED;
        }
        return report ? seal.incoming().rtcp(datagram.data(), datagram.length())
                : seal.incoming().rtp(datagram.data(), datagram.length());
    }
}
