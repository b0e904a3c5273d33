package ru.garnitura.desktop.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.garnitura.desktop.settings.Configuration;
import ru.garnitura.desktop.settings.LaunchOptions;
import ru.garnitura.desktop.settings.UsageException;
import ru.garnitura.desktop.ui.Appearance;
import ru.garnitura.softphone.audio.AudioSettings;

/// What this start was asked for: the command line over the configuration file.
///
/// @param server null = a softphone alone
record Launch(LaunchOptions options, Configuration configuration, @Nullable URI server) {

    private static final String WINDOWS_DATA = "LOCALAPPDATA";
    private static final String LINUX_DATA = "XDG_DATA_HOME";

    /// @throws UsageException in one line for the person who wrote it
    static Launch of(List<String> args) {
        LaunchOptions options = LaunchOptions.parse(args, defaultData());
        Path file = options.config();
        Configuration configuration = file == null ? Configuration.EMPTY : Configuration.read(file);
        String server = options.server() == null ? configuration.server() : options.server();
        Launch launch = new Launch(options, configuration, server == null ? null : uri(server));
        launch.audio();
        return launch;
    }

    /// The `tel:` or `sip:` link this start was asked to follow; empty for none.
    String link() {
        return Objects.requireNonNullElse(options.link(), "");
    }

    Path data() {
        return options.data();
    }

    /// The SIP account of its own, without the back office; null where none is asked for.
    Configuration.@Nullable Sip sip() {
        if (options.sip() == null) {
            return configuration.sip();
        }
        Configuration.Sip set = configuration.sip();
        return set != null && set.aor().equals(options.sip()) ? set
                : new Configuration.Sip(options.sip(), null, null, "SIP_PASSWORD", null, null, null, null, null, null, null, null, null);
    }

    /// @throws UsageException naming the key that can't be used
    AudioSettings audio() {
        Configuration.Audio set = Objects.requireNonNullElse(configuration.audio(), Configuration.Audio.DEVICES);
        try {
            return AudioSettings.parse(orNull(set.source()), orNull(set.sink()), orNull(set.ringer()));
        } catch (IllegalArgumentException e) {
            throw new UsageException("configuration: " + e.getMessage());
        }
    }

    private static String orNull(@Nullable String choice) {
        return choice == null ? "null" : choice;
    }

    Appearance.Wanted look() {
        Configuration.Ui ui = Objects.requireNonNullElse(configuration.ui(), new Configuration.Ui(null, null));
        return new Appearance.Wanted(first(options.lang(), ui.lang()), first(options.theme(), ui.theme()));
    }

    private static String first(@Nullable String wanted, @Nullable String otherwise) {
        return Objects.requireNonNullElse(wanted, Objects.requireNonNullElse(otherwise, ""));
    }

    private static URI uri(String server) {
        try {
            URI uri = new URI(server.endsWith("/") ? server.substring(0, server.length() - 1) : server);
            if (uri.getHost() != null && uri.getScheme().matches("https?")) {
                return uri;
            }
        } catch (URISyntaxException _) {
            // told below
        }
        throw new UsageException("--server takes an address such as https://desk.example.com, not " + server);
    }

    private static Path defaultData() {
        Path home = Path.of(System.getProperty("user.home"));
        return Optional.ofNullable(System.getenv(WINDOWS_DATA)).or(() -> Optional.ofNullable(System.getenv(LINUX_DATA)))
                .map(Path::of).orElseGet(() -> home.resolve(".local").resolve("share")).resolve("garnitura");
    }
}
