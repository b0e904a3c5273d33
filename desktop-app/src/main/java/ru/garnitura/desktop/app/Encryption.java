package ru.garnitura.desktop.app;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.call.SipTransport;
import ru.garnitura.softphone.call.SrtpPolicy;

/// What an account of the configuration file means where it is silent: encrypted as soon as packets leave this machine
/// (docs/adr/017-encrypted-by-default.md). Asks no name server.
final class Encryption {

    private static final int TLS_PORT = 5061;
    private static final Pattern TRANSPORT = Pattern.compile("(?i);transport=(udp|tcp|tls)\\b");
    private static final Pattern URI = Pattern.compile("(?i)(sips?):(?:[^@]*@)?(\\[[^\\]]*\\]|[^:;?]*)(?::(\\d{1,5}))?.*");
    private static final Pattern LOOPBACK = Pattern.compile("(?i)localhost|127(\\.\\d{1,3}){3}|\\[::1\\]");
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[.*\\]");

    private Encryption() {
    }

    /// @param said what the account says, null where it says nothing
    static SrtpPolicy srtp(@Nullable String said, String registrar) {
        if (said != null) {
            return SrtpPolicy.valueOf(said.toUpperCase(Locale.ROOT));
        }
        Matcher uri = URI.matcher(registrar);
        return uri.matches() && LOOPBACK.matcher(uri.group(2)).matches() ? SrtpPolicy.OFF : SrtpPolicy.OPTIONAL;
    }

    /// TLS to a host known by name, whose certificate can be held to it. A numeric address or a port of its own says UDP, as
    /// it does to everybody (RFC 3263, section 4.1).
    static SipTransport transport(String registrar) {
        Matcher named = TRANSPORT.matcher(registrar);
        if (named.find()) {
            return SipTransport.valueOf(named.group(1).toUpperCase(Locale.ROOT));
        }
        Matcher uri = URI.matcher(registrar);
        return uri.matches() && speaksTls(uri) ? SipTransport.TLS : SipTransport.UDP;
    }

    private static boolean speaksTls(Matcher uri) {
        String host = uri.group(2);
        String port = uri.group(3);
        if (uri.group(1).equalsIgnoreCase("sips")) {
            return true;
        }
        boolean named = !LOOPBACK.matcher(host).matches() && !ADDRESS.matcher(host).matches();
        return port == null ? named : Integer.parseInt(port) == TLS_PORT;
    }
}
