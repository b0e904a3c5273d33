package ru.garnitura.softphone.media.session;

import java.util.List;
import java.util.Optional;
import ru.garnitura.softphone.call.MediaException;
import ru.garnitura.softphone.call.SrtpPolicy;
import ru.garnitura.softphone.media.session.Protection.Dtls;
import ru.garnitura.softphone.media.session.Protection.Fingerprint;
import ru.garnitura.softphone.media.session.Protection.Open;
import ru.garnitura.softphone.media.session.Protection.Sdes;
import ru.garnitura.softphone.media.session.RemoteSecurity.Crypto;
import ru.garnitura.softphone.media.srtp.SrtpKeys;

/// The part of offer and answer that is about encryption: SDES keys (RFC 4568) or DTLS-SRTP (RFC 5763), also where
/// the profile does not ask for it (RFC 8643). DTLS goes before SDES. Signaling lane; pure.
final class SecurityNegotiation {

    private final Secrets secrets;
    private Protection agreed = Protection.NONE;
    private boolean offering = true;
    private int tag;

    SecurityNegotiation(Secrets secrets) {
        this.secrets = secrets;
    }

    void offering() {
        offering = true;
    }

    /// @throws MediaException when the offer asks for encryption we cannot or may not give, or lacks what we must have
    Protection answer(RemoteSecurity remote) {
        offering = false;
        agreed = secrets.policy() == SrtpPolicy.OFF ? plain(remote) : dtls(remote, !remote.setup().equals("active"))
                .or(() -> sdes(remote)).orElseGet(() -> plain(remote));
        return agreed;
    }

    /// @throws MediaException when the answer does not fit what was offered
    Protection accept(RemoteSecurity remote) {
        boolean demanded = secrets.policy() == SrtpPolicy.REQUIRED;
        if (demanded && !remote.demanded()) {
            throw new MediaException("encryption is required, the answer has none");
        }
        agreed = secrets.policy() == SrtpPolicy.OFF ? plain(remote) : dtls(remote, remote.setup().equals("passive"))
                .or(() -> sdesByTag(remote)).orElseGet(() -> plain(remote));
        return agreed;
    }

    private Protection plain(RemoteSecurity remote) {
        if (remote.demanded()) {
            throw new MediaException("encryption offered that cannot be used, or is off by policy");
        }
        if (secrets.policy() == SrtpPolicy.REQUIRED) {
            throw new MediaException("encryption is required, none is offered");
        }
        return Protection.NONE;
    }

    /// An association with the same certificate goes on, whoever began it.
    private Optional<Protection> dtls(RemoteSecurity remote, boolean client) {
        if (secrets.fingerprint().isEmpty() || remote.fingerprint().isEmpty()) {
            return Optional.empty();
        }
        Fingerprint theirs = remote.fingerprint().get();
        boolean goesOn = agreed instanceof Dtls before && before.theirs().equals(theirs);
        return Optional.of(goesOn ? agreed : new Dtls(client, theirs));
    }

    private Optional<Protection> sdes(RemoteSecurity remote) {
        for (Crypto theirs : remote.cryptos()) {
            for (SrtpKeys ours : secrets.keys()) {
                if (ours.suite() == theirs.keys().suite()) {
                    tag = theirs.tag();
                    return Optional.of(new Sdes(ours, theirs.keys()));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Protection> sdesByTag(RemoteSecurity remote) {
        for (Crypto theirs : remote.cryptos()) {
            int index = agreed instanceof Sdes ? indexOf(theirs) : theirs.tag() - 1;
            if (index >= 0 && index < secrets.keys().size()) {
                SrtpKeys ours = secrets.keys().get(index);
                if (ours.suite() == theirs.keys().suite()) {
                    tag = theirs.tag();
                    return Optional.of(new Sdes(ours, theirs.keys()));
                }
            }
        }
        return Optional.empty();
    }

    private int indexOf(Crypto theirs) {
        List<SrtpKeys> keys = secrets.keys();
        int index = keys.size() - 1;
        while (index >= 0 && keys.get(index).suite() != theirs.keys().suite()) {
            index--;
        }
        return index;
    }

    /// The profile of a first offer.
    String profile() {
        return secrets.policy() == SrtpPolicy.REQUIRED ? "RTP/SAVP" : "RTP/AVP";
    }

    /// Whether RTCP is to share the port: DTLS then makes keys for both at once.
    boolean multiplexes() {
        return secrets.policy() != SrtpPolicy.OFF;
    }

    /// Writes the attributes of the media line.
    void write(StringBuilder sdp) {
        switch (agreed) {
            case Sdes(SrtpKeys ours, SrtpKeys _) -> writeCrypto(sdp, tag, ours);
            case Dtls dtls -> writeFingerprint(sdp, offering ? "actpass" : dtls.client() ? "active" : "passive");
            case Open _ -> {
                if (offering) {
                    writeEverything(sdp);
                }
            }
        }
    }

    private void writeEverything(StringBuilder sdp) {
        int number = 1;
        for (SrtpKeys keys : secrets.offered()) {
            writeCrypto(sdp, number++, keys);
        }
        if (!secrets.fingerprint().isEmpty()) {
            writeFingerprint(sdp, "actpass");
        }
    }

    private static void writeCrypto(StringBuilder sdp, int number, SrtpKeys keys) {
        sdp.append("a=crypto:").append(number).append(' ').append(keys.suite().name()).append(" inline:")
                .append(keys.material()).append("\r\n");
    }

    private void writeFingerprint(StringBuilder sdp, String setup) {
        sdp.append("a=fingerprint:").append(secrets.fingerprint()).append("\r\na=setup:").append(setup).append("\r\n");
    }
}
