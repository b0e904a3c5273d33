package ru.garnitura.desktop.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The desktop's command line. What is not given is null; [Configuration] and remembered settings fill in.
///
/// @param server       base URL of the back office
/// @param sip          address of record of a SIP account of its own
/// @param role         role wanted at sign-in, for a person who has several
/// @param link         `tel:` or `sip:` link to follow, as another program handed it over; untrusted
/// @param localApiPort port of the local control interface; 0 = any free one; null = off
public record LaunchOptions(@Nullable Path config, Path data, @Nullable String server, @Nullable String sip,
        @Nullable String role, @Nullable String link, @Nullable Integer localApiPort, @Nullable String lang, @Nullable String theme) {

    private static final Pattern LINK = Pattern.compile("(?i)(tel|sips?):");
    private static final Map<String, List<String>> CHOICES = Map.of(
            "--role", List.of("operator", "lead", "trainee"),
            "--lang", List.of("ru", "en"),
            "--theme", List.of("light", "dark", "contrast"));
    private static final List<String> VALUED =
            List.of("--config", "--data", "--server", "--sip", "--role", "--local-api", "--lang", "--theme");

    /// @throws UsageException naming the option that is unknown, has no value or a wrong one
    public static LaunchOptions parse(List<String> args, Path defaultData) {
        var values = new java.util.HashMap<String, String>();
        String link = null;
        for (int i = 0; i < args.size(); i += 2) {
            String option = args.get(i);
            if (LINK.matcher(option).lookingAt()) {
                link = option;
                i--;
                continue;
            }
            if (!VALUED.contains(option)) {
                throw new UsageException("unknown option " + option);
            }
            if (i + 1 == args.size()) {
                throw new UsageException(option + " needs a value");
            }
            values.put(option, checked(option, args.get(i + 1)));
        }
        return new LaunchOptions(path(values, "--config"),
                Optional.ofNullable(path(values, "--data")).orElse(defaultData).toAbsolutePath().normalize(),
                values.get("--server"), values.get("--sip"), values.get("--role"), link, port(values.get("--local-api")),
                values.get("--lang"), values.get("--theme"));
    }

    private static String checked(String option, String value) {
        List<String> choices = CHOICES.get(option);
        if (choices != null && !choices.contains(value)) {
            throw new UsageException("%s takes %s, not %s".formatted(option, String.join(" or ", choices), value));
        }
        return value;
    }

    private static @Nullable Path path(Map<String, String> values, String option) {
        String value = values.get(option);
        return value == null ? null : Path.of(value);
    }

    private static @Nullable Integer port(@Nullable String value) {
        if (value == null) {
            return null;
        }
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65_535) {
            throw new UsageException("--local-api takes a port from 0 to 65535, not " + value);
        }
        return Integer.valueOf(value);
    }
}
