package ru.garnitura.softphone.media.session;

import ru.garnitura.softphone.media.srtp.SrtpKeys;

/// How the packets of a call are protected.
sealed interface Protection {

    /// Anybody on the way can listen.
    record Open() implements Protection {
    }

    /// Keys came with the SDP (RFC 4568).
    record Sdes(SrtpKeys ours, SrtpKeys theirs) implements Protection {
    }

    /// Keys are agreed on the media path; the SDP says who the other side is (RFC 5763).
    ///
    /// @param client whether we begin the handshake
    record Dtls(boolean client, Fingerprint theirs) implements Protection {
    }

    /// Hash of a certificate.
    ///
    /// @param hash  name as in `a=fingerprint`, lower case
    /// @param value bytes in hexadecimal, upper case, with colons
    record Fingerprint(String hash, String value) {

        /// As after `a=fingerprint:`.
        String announced() {
            return hash + " " + value;
        }
    }

    Open NONE = new Open();
}
