package ru.garnitura.desktop.link.policy;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/// A SIP account the back office gives to this operator.
///
/// @param srtp   `off`, `optional` or `required`
/// @param codecs in order of preference
/// @param manners what callers may have this desk do
public record SipLine(String aor, Login login, Route route, String srtp, List<String> codecs, Manners manners) {

    public SipLine {
        codecs = List.copyOf(codecs);
    }

    /// What callers may have this desk do.
    ///
    /// @param waiting       a call may ring while another goes on; otherwise it gets a busy tone
    /// @param autoAnswerFor numbers whose calls may ask to be answered by themselves
    /// @param referrals     what becomes of a caller's wish that we call somebody else: `refuse`, `ask` or `follow`
    /// @param silence       hangs up once nothing has been heard of the other side for so long; zero never does
    public record Manners(boolean waiting, Set<String> autoAnswerFor, String referrals, Duration silence) {

        public Manners {
            autoAnswerFor = Set.copyOf(autoAnswerFor);
        }
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
