package ru.garnitura.softphone.sip;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A URI with headers for the request made to it, as Refer-To carries them (RFC 3261, section 19.1.1).
record ReferTarget(String uri, Map<String, String> headers) {

    private static final int LONGEST = 1024;
    private static final Pattern UNSEEMLY = Pattern.compile("\\p{Cntrl}");
    private static final String USER_TO_USER = "User-to-User";
    private static final Set<String> TAKEN = caseless(Set.of("Replaces", USER_TO_USER));
    private static final Pattern METHOD = Pattern.compile("(?i);method=[^;]*");
    private static final Pattern OTHER_METHOD = Pattern.compile("(?i);method=(?!INVITE(?:;|$))");
    private static final String PARAMETER = "uui";
    private static final Pattern TOLD = Pattern.compile("(?i);" + PARAMETER + "=([0-9a-f]{2,512})(?![0-9a-z])");

    private static Set<String> caseless(Set<String> names) {
        Set<String> sorted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        sorted.addAll(names);
        return sorted;
    }

    /// For telephones that call the address with all that hangs on it, which is refused everywhere: what the called side
    /// shall learn goes as a URI parameter, which whoever does not know it passes over (RFC 3261, section 19.1.1).
    ReferTarget forSimple() {
        String told = headers.getOrDefault(USER_TO_USER, "");
        return told.isEmpty() ? this : new ReferTarget(uri + ";" + PARAMETER + "=" + hex(told), Map.of());
    }

    private static String hex(String userToUser) {
        return HexFormat.of().formatHex(CallerReading.interactionId(userToUser).getBytes(StandardCharsets.UTF_8));
    }

    /// The text that an address carries for the called side; empty where it carries none.
    static String toldBy(String uri) {
        Matcher told = TOLD.matcher(uri);
        return told.find() ? CallerReading.interactionId(told.group(1) + ";encoding=hex") : "";
    }

    /// Takes only `sip:` and `sips:`, of the headers only those a transfer needs, and no other method than INVITE, which a
    /// Request-URI does not name (RFC 3261, section 19.1.1).
    static Optional<ReferTarget> parse(String referTo) {
        String full = SipDialog.uriIn(referTo);
        int query = full.indexOf('?');
        String bare = query < 0 ? full : full.substring(0, query);
        if (full.length() > LONGEST || SipUriParts.parse(bare).isEmpty() || OTHER_METHOD.matcher(bare).find()) {
            return Optional.empty();
        }
        Map<String, String> headers = new LinkedHashMap<>();
        if (query >= 0) {
            for (String pair : full.substring(query + 1).split("&", -1)) {
                String[] sides = pair.split("=", 2);
                if (sides.length == 2 && TAKEN.contains(sides[0])) {
                    decoded(sides[1]).ifPresent(value -> headers.put(sides[0], value));
                }
            }
        }
        return Optional.of(new ReferTarget(METHOD.matcher(bare).replaceAll(""), headers));
    }

    private static Optional<String> decoded(String value) {
        try {
            String plain = URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
            return UNSEEMLY.matcher(plain).find() ? Optional.empty() : Optional.of(plain);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// As a Refer-To value.
    String value() {
        StringBuilder value = new StringBuilder("<").append(uri);
        char separator = '?';
        for (var header : headers.entrySet()) {
            value.append(separator).append(header.getKey()).append('=')
                    .append(URLEncoder.encode(header.getValue(), StandardCharsets.UTF_8).replace("+", "%20"));
            separator = '&';
        }
        return value.append('>').toString();
    }
}
