package ru.garnitura.softphone.call;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What the operator dials, as number and SIP URI.
///
/// @param number user part; a Russian number as `+7...`
/// @param uri    `sip:` or `sips:` URI
public record DialTarget(String number, String uri) {

    private static final int LONGEST = 256;
    private static final Pattern DIALLED = Pattern.compile("[+*#]?[0-9*#]{1,32}");
    private static final Pattern USER = Pattern.compile("[\\p{Alnum}_.!~*'()&=+$,;?/%#-]{1,128}");
    /// Three to five digits but for emergency numbers that no exchange gives to a desk; or a name, which does not hide a number.
    private static final Pattern EXTENSION =
            Pattern.compile("(?!112$|911$)\\d{3,5}|(?!(?:\\D*\\d){6})[\\p{Alpha}_][\\p{Alnum}_.-]*");
    /// Parameters besides the transport and what a transfer tells.
    private static final Pattern ASTRAY = Pattern.compile("(?i);(?!transport=(?:udp|tcp|tls)(?:;|$)|uui=[0-9a-f]+(?:;|$))");
    private static final Pattern SIP = Pattern.compile("(?i)sips?:(?:([^@\\s\\p{Cntrl}<>\"]{1,128})@)?[\\p{Alnum}.:\\[\\]-]+"
            + "(?:;[^\\s\\p{Cntrl}<>\"?]*)?");

    /// Understands what was typed or clicked; empty where it is no address.
    ///
    /// @param input  a number as people write it, `tel:`, `sip:`, `user` or `user@host`
    /// @param domain host part for what has none
    public static Optional<DialTarget> parse(String input, String domain) {
        String text = input.strip();
        String lower = text.toLowerCase(Locale.ROOT);
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        if (lower.startsWith("sip:") || lower.startsWith("sips:")) {
            return ofUri(text);
        }
        if (lower.startsWith("tel:")) {
            return ofNumber(text.substring(4).split(";", 2)[0], domain);
        }
        if (text.indexOf('@') > 0) {
            return ofUri("sip:" + text);
        }
        return ofNumber(text, domain).or(() -> ofName(text, domain));
    }

    private static Optional<DialTarget> ofUri(String uri) {
        var matcher = SIP.matcher(uri);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String user = matcher.group(1);
        return Optional.of(new DialTarget(user == null ? "" : normalise(user), uri));
    }

    private static Optional<DialTarget> ofNumber(String written, String domain) {
        String number = normalise(written);
        return DIALLED.matcher(number).matches() && !domain.isEmpty()
                ? Optional.of(new DialTarget(number, "sip:" + number.replace("#", "%23") + "@" + domain))
                : Optional.empty();
    }

    private static Optional<DialTarget> ofName(String name, String domain) {
        return USER.matcher(name).matches() && !domain.isEmpty()
                ? Optional.of(new DialTarget(name, "sip:" + name + "@" + domain))
                : Optional.empty();
    }

    /// `8 (927) 555-01-34`, `79275550134` and `9275550134` become `+79275550134`; short numbers and codes stay.
    public static String normalise(String written) {
        String bare = written.replaceAll("[\\s().\u00a0\u2010-\u2013-]", "");
        if (!bare.matches("\\+?\\d+")) {
            return bare.matches("[+*#0-9]+") ? bare : written.strip();
        }
        if (bare.matches("[78]\\d{10}")) {
            return "+7" + bare.substring(1);
        }
        return bare.matches("9\\d{9}") ? "+7" + bare : bare;
    }

    /// One of these at our own host; where nobody is known, what looks like an extension or a name: no number of the public network,
    /// no service code, no emergency number. A URI that goes by another way than its host is nobody's.
    ///
    /// @param domain     host part of our own address, with or without a port
    /// @param colleagues numbers and user parts
    boolean isInside(String domain, Set<String> colleagues) {
        boolean known = colleagues.isEmpty() ? EXTENSION.matcher(number).matches() : colleagues.contains(number);
        return known && foreignHost(domain).isEmpty() && !ASTRAY.matcher(uri).find();
    }

    /// Empty for a target at our own host.
    String foreignHost(String domain) {
        String host = hostOf(domainOf(uri));
        return host.equalsIgnoreCase(hostOf(domain)) ? "" : host;
    }

    private static String hostOf(String hostAndPort) {
        return hostAndPort.replaceFirst("(?<=[^:]):\\d+$", "");
    }

    /// The host part, with its port, of an address of record.
    static String domainOf(String aor) {
        int at = aor.indexOf('@');
        String host = at < 0 ? aor.substring(aor.indexOf(':') + 1) : aor.substring(at + 1);
        return host.split("[;?>]", 2)[0];
    }

    RemoteParty asParty() {
        return new RemoteParty("", number, uri, false, CallHints.NONE);
    }
}
