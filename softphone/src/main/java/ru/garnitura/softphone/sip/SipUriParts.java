package ru.garnitura.softphone.sip;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The parts of a SIP URI that routing needs.
///
/// @param user      user part, or empty
/// @param host      name or address, without brackets
/// @param port      -1 where none is given
/// @param transport parameter, or empty
record SipUriParts(String user, String host, int port, String transport) {

    private static final Pattern URI = Pattern.compile(
            "(?i)\\s*<?\\s*sips?:(?:([^@>]*)@)?(\\[[^\\]]+\\]|[^:;?>\\s]+)(?::(\\d{1,5}))?((?:;[^?>]*)?)[^>]*>?.*");
    private static final Pattern TRANSPORT = Pattern.compile("(?i);transport=(\\w+)");

    /// Whether requests for both go to the same door.
    boolean samePlace(SipUriParts other) {
        return host.equalsIgnoreCase(other.host) && port == other.port;
    }

    /// Takes a bare URI or one in angle brackets.
    static Optional<SipUriParts> parse(String text) {
        int bracket = text.indexOf('<');
        Matcher uri = URI.matcher(bracket < 0 ? text : text.substring(bracket));
        if (!uri.matches()) {
            return Optional.empty();
        }
        int port = uri.group(3) == null ? -1 : Integer.parseInt(uri.group(3));
        if (port == 0 || port > 65_535) {
            return Optional.empty();
        }
        Matcher transport = TRANSPORT.matcher(uri.group(4));
        String user = uri.group(1) == null ? "" : uri.group(1);
        String host = uri.group(2).replaceAll("[\\[\\]]", "");
        return Optional.of(new SipUriParts(user, host, port, transport.find() ? transport.group(1) : ""));
    }
}
