package ru.garnitura.desktop.link.rest;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One request to the back office.
///
/// @param body     JSON text; null = none
/// @param deadline for the whole exchange, from name look-up to the last byte of the answer
/// @param signed   whether it carries the operator's token
public record Ask(Target target, @Nullable String body, Duration deadline, boolean signed,
        Map<String, String> headers) {

    private static final Duration USUAL = Duration.ofSeconds(15);

    /// @param path  below the server's base address, such as `/v1/desk`; segments are escaped here
    /// @param query in order, unescaped
    public record Target(String method, String path, Map<String, String> query) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    public static Ask get(String path) {
        return new Ask(new Target("GET", path, Map.of()), null, USUAL, true, Map.of());
    }

    /// To be sent with an [Upload].
    public static Ask put(String path) {
        return new Ask(new Target("PUT", path, Map.of()), null, USUAL, true, Map.of());
    }

    public static Ask post(String path, String body) {
        return new Ask(new Target("POST", path, Map.of()), body, USUAL, true, Map.of());
    }

    public Ask query(String name, String value) {
        return new Ask(new Target(target.method(), target.path(), with(target.query(), name, value)), body, deadline,
                signed, headers);
    }

    public Ask header(String name, String value) {
        return new Ask(target, body, deadline, signed, with(headers, name, value));
    }

    public Ask within(Duration wanted) {
        return new Ask(target, body, wanted, signed, headers);
    }

    /// Without a token.
    public Ask unsigned() {
        return new Ask(target, body, deadline, false, headers);
    }

    private static Map<String, String> with(Map<String, String> map, String name, String value) {
        var more = new LinkedHashMap<>(map);
        more.put(name, value);
        return more;
    }

    /// Neither body nor query, which may hold personal data.
    @Override
    public String toString() {
        return target.toString();
    }
}
