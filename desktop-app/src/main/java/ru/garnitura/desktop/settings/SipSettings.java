package ru.garnitura.desktop.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the values of the configuration file's `sip` part may be. Whatever passes here can be worked with; what it is worth
/// shows on the line.
final class SipSettings {

    private static final Pattern AOR = Pattern.compile("sips?:[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");
    private static final Pattern HOP = Pattern.compile("(?i)sips?:(?:[^@\\s\\p{Cntrl}]+@)?(?:\\[[\\p{XDigit}:.]+]|[\\p{Alnum}._-]+)"
            + "(?::(\\d{1,5}))?((?:;[^;\\s\\p{Cntrl}]+)*)");
    private static final Pattern TRANSPORT = Pattern.compile("(?i);transport=([^;]*)");
    private static final Pattern LISTEN = Pattern.compile("(?:localhost|\\[[\\p{XDigit}:.]+]|[\\p{XDigit}:.]+):(\\d{1,5})");
    private static final List<String> TRANSPORTS = List.of("udp", "tcp", "tls");
    /// Bears to be asked for null, which a file may hold.
    private static final List<String> CODECS = Arrays.asList("opus", "g722", "pcma", "pcmu");
    private static final List<String> SRTP = List.of("off", "optional", "required");
    private static final List<String> REFERRALS = List.of("refuse", "ask", "follow");
    private static final int LARGEST_PORT = 65_535;
    private static final int TEN_MINUTES_MS = 600_000;
    /// RFC 4028, section 4.
    private static final int SHORTEST_SESSION = 90;
    private static final int DAY = 86_400;

    private SipSettings() {
    }

    /// The first thing that is wrong, as `sip.KEY takes ...`; empty where nothing is.
    static Optional<String> mistake(Configuration.Sip sip) {
        return Stream.of(aor(sip.aor()), hops("registrar", sip.registrar()), hops("outboundProxy", sip.outboundProxy()),
                        listen(sip.listen()), srtp(sip.srtp()), referrals(sip.referrals()), codecs(sip.codecs()), numbers(sip))
                .flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> aor(@Nullable String aor) {
        return aor != null && AOR.matcher(aor).matches() ? Optional.empty() : Optional.of("sip.aor takes sip:user@domain");
    }

    private static Optional<String> hops(String key, @Nullable String uris) {
        boolean good = uris == null || Stream.of(uris.split(",", -1)).map(String::strip).allMatch(SipSettings::isHop);
        return good ? Optional.empty()
                : Optional.of("sip.%s takes sip:host:port;transport=udp, tcp or tls, not %s".formatted(key, printable(uris)));
    }

    private static boolean isHop(String uri) {
        Matcher hop = HOP.matcher(uri);
        if (!hop.matches() || (hop.group(1) != null && !isPort(hop.group(1), 1))) {
            return false;
        }
        Matcher transport = TRANSPORT.matcher(hop.group(2));
        return !transport.find() || TRANSPORTS.contains(transport.group(1).toLowerCase(Locale.ROOT));
    }

    private static boolean isPort(String digits, int least) {
        int port = Integer.parseInt(digits);
        return port >= least && port <= LARGEST_PORT;
    }

    private static Optional<String> listen(@Nullable String listen) {
        Matcher address = LISTEN.matcher(listen == null ? "0.0.0.0:0" : listen);
        return address.matches() && isPort(address.group(1), 0) ? Optional.empty()
                : Optional.of("sip.listen takes an IP address and a port as in 0.0.0.0:0, not " + printable(listen));
    }

    private static Optional<String> srtp(@Nullable String srtp) {
        return srtp == null || SRTP.contains(srtp) ? Optional.empty()
                : Optional.of("sip.srtp takes off, optional or required, not " + printable(srtp));
    }

    private static Optional<String> referrals(@Nullable String referrals) {
        return referrals == null || REFERRALS.contains(referrals) ? Optional.empty()
                : Optional.of("sip.referrals takes refuse, ask or follow, not " + printable(referrals));
    }

    private static Optional<String> codecs(@Nullable List<String> codecs) {
        return codecs == null || (!codecs.isEmpty() && CODECS.containsAll(codecs)) ? Optional.empty()
                : Optional.of("sip.codecs takes at least one of opus, g722, pcma and pcmu, not "
                        + printable(String.join(", ", codecs.stream().map(String::valueOf).toList())));
    }

    private static Optional<String> numbers(Configuration.Sip sip) {
        if (isOutside(sip.autoAnswerMs(), 0, TEN_MINUTES_MS)) {
            return Optional.of("sip.autoAnswerMs takes 0 to 600000, or null for never");
        }
        Integer session = sip.sessionTimerSeconds();
        if (session != null && session != 0 && isOutside(session, SHORTEST_SESSION, DAY)) {
            return Optional.of("sip.sessionTimerSeconds takes 90 to 86400, or 0 for none");
        }
        return isOutside(sip.silenceHangUpSeconds(), 0, DAY)
                ? Optional.of("sip.silenceHangUpSeconds takes 0 to 86400, or null for never") : Optional.empty();
    }

    private static boolean isOutside(@Nullable Integer number, int least, int most) {
        return number != null && (number < least || number > most);
    }

    private static String printable(@Nullable String text) {
        return String.valueOf(text).replaceAll("\\p{Cntrl}", "?");
    }
}
