package ru.garnitura.desktop.link.policy;

import java.util.List;

/// A SIP account the back office gives to this operator.
///
/// @param srtp   `off`, `optional` or `required`
/// @param codecs in order of preference
public record SipLine(String aor, Login login, Route route, String srtp, List<String> codecs) {

    public SipLine {
        codecs = List.copyOf(codecs);
    }

    /// How to prove who we are.
    public record Login(String user, String password) {

        /// Without the password.
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    /// Where signaling goes.
    ///
    /// @param registrar     `sip:host:port`
    /// @param transport     `udp`, `tcp` or `tls`
    /// @param outboundProxy may be empty
    /// @param expires       of a registration, seconds
    public record Route(String registrar, String transport, String outboundProxy, int expires) {
    }
}
