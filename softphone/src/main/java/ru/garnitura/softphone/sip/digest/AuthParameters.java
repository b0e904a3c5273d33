package ru.garnitura.softphone.sip.digest;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The parameters of one `Digest ...` header value.
///
/// @param values by lower-case name, quotes and escapes removed
record AuthParameters(Map<String, String> values) {

    private static final Pattern ONE = Pattern.compile("(?<![A-Za-z0-9_-])([A-Za-z0-9_-]++)\\s*+=\\s*+(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s,\"]+))");

    /// Empty for another scheme.
    static AuthParameters parse(String header) {
        String text = header.strip();
        if (!text.regionMatches(true, 0, "Digest ", 0, 7)) {
            return new AuthParameters(Map.of());
        }
        Map<String, String> values = new HashMap<>();
        Matcher matcher = ONE.matcher(text.substring(7));
        while (matcher.find()) {
            String quoted = matcher.group(2);
            String value = quoted == null ? matcher.group(3) : quoted.replaceAll("\\\\(.)", "$1");
            values.putIfAbsent(matcher.group(1).toLowerCase(Locale.ROOT), value);
        }
        return new AuthParameters(values);
    }

    String get(String name) {
        return values.getOrDefault(name, "");
    }

    boolean has(String name) {
        return values.containsKey(name);
    }
}
