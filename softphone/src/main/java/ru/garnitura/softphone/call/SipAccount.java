package ru.garnitura.softphone.call;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// A SIP account, as in the configuration file. A bare account is a working softphone.
public record SipAccount(Identity identity, Route route, CallPolicy policy, Permissions permissions, Patience patience) {

    /// An account that bears what is [usual][Patience#USUAL].
    public SipAccount(Identity identity, Route route, CallPolicy policy, Permissions permissions) {
        this(identity, route, policy, permissions, Patience.USUAL);
    }

    /// An account whose remote sides may do what is [usual][Permissions#USUAL].
    public SipAccount(Identity identity, Route route, CallPolicy policy) {
        this(identity, route, policy, Permissions.USUAL);
    }

    /// Who we are.
    ///
    /// @param aor         address of record, `sip:101@example.com`
    /// @param displayName shown to the remote side; may be empty
    /// @param authUser    name for digest authentication; empty means the user part of the address
    /// @param password    asked for when needed, so that it is kept in one place; the array is cleared after use
    public record Identity(String aor, String displayName, String authUser, Supplier<char[]> password) {

        @Override
        public String toString() {
            return "Identity[" + aor + "]";
        }
    }

    /// How signaling travels.
    ///
    /// @param registrar     `sip:host:port`, several separated by commas, or empty to register nowhere
    /// @param outboundProxy `sip:host:port` that takes every request, several separated by commas, or empty
    /// @param listen        `host:port`; `0.0.0.0` chooses the address by destination, port 0 any free one
    /// @param transport     by which all requests of the account travel
    /// @param ca            PEM file of the company's own certificate authority, or empty for those the system trusts
    public record Route(String registrar, String outboundProxy, String listen, SipTransport transport, String ca) {

        /// A route that needs no certificate authority of its own.
        public Route(String registrar, String outboundProxy, String listen, SipTransport transport) {
            this(registrar, outboundProxy, listen, transport, "");
        }

        /// The registrars in order: the second and further ones take over while those before them are not reachable.
        public List<String> registrars() {
            return several(registrar);
        }

        /// Where new requests go first, in order: the outbound proxy, which stands before every registrar, or else them.
        public List<String> firstHops() {
            return outboundProxy.isEmpty() ? registrars() : several(outboundProxy);
        }

        private static List<String> several(String uris) {
            return Arrays.stream(uris.split(",", -1)).map(String::strip).filter(one -> !one.isEmpty()).toList();
        }
    }

    /// How calls are treated.
    ///
    /// @param autoAnswerMs        answers after so many milliseconds; -1 never
    /// @param sessionTimerSeconds session interval asked for (RFC 4028); 0 off
    /// @param maxCalls            calls at once; a further one gets 486
    /// @param codecs              names in order of preference, lower case
    /// @param srtp                encryption of media
    public record CallPolicy(int autoAnswerMs, int sessionTimerSeconds, int maxCalls, List<String> codecs,
            SrtpPolicy srtp) {

        public static final CallPolicy PLAIN = new CallPolicy(-1, 0, 1, List.of("pcma", "pcmu"), SrtpPolicy.OFF);

        public CallPolicy {
            codecs = List.copyOf(codecs);
        }
    }

    /// What others may have this desk do.
    ///
    /// @param callWaiting    a call may ring while another goes on; otherwise it gets 486
    /// @param autoAnswerFor  numbers and user parts whose calls may ask to be answered by themselves
    /// @param referrals      what becomes of a remote side's wish that we call somebody else
    /// @param colleagues     numbers and user parts of our own domain that such a wish may name without a question; none
    ///                       where they are not known
    public record Permissions(boolean callWaiting, Set<String> autoAnswerFor, Referrals referrals, Set<String> colleagues) {

        public static final Permissions USUAL = new Permissions(true, Set.of(), Referrals.ASKED);

        /// Where nobody's number is known.
        public Permissions(boolean callWaiting, Set<String> autoAnswerFor, Referrals referrals) {
            this(callWaiting, autoAnswerFor, referrals, Set.of());
        }

        public Permissions {
            autoAnswerFor = Set.copyOf(autoAnswerFor);
            colleagues = Set.copyOf(colleagues);
        }
    }

    /// What becomes of a REFER. RFC 3515 (section 2.4.4) leaves the approval to the user: whoever follows any can be made to
    /// call a number that costs.
    public enum Referrals {

        /// Refused with 603.
        REFUSED,
        /// The operator is asked, but for a colleague in our own domain.
        ASKED,
        /// Followed without a question.
        FOLLOWED
    }

    /// What is borne, and for how long.
    ///
    /// @param silence hangs up once nothing has come from the remote side for so long; zero never does
    public record Patience(Duration silence) {

        public static final Patience USUAL = new Patience(Duration.ZERO);

        boolean endsAfter(long silentMs) {
            return silence.isPositive() && silentMs >= silence.toMillis();
        }
    }

    /// What media may do.
    public MediaPolicy media() {
        return new MediaPolicy(policy.codecs(), policy.srtp(), route.transport() != SipTransport.UDP);
    }

    /// Any free UDP port, registering at `registrar` with the address's own user part.
    public static SipAccount of(String aor, Supplier<char[]> password, String registrar) {
        return new SipAccount(new Identity(aor, "", "", password),
                new Route(registrar, "", "0.0.0.0:0", SipTransport.UDP), CallPolicy.PLAIN);
    }
}
