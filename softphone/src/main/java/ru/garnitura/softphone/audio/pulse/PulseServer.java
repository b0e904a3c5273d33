package ru.garnitura.softphone.audio.pulse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where the desk's sound server listens and the secret that opens it, found as its own clients find them.
///
/// @param cookie a file of 256 bytes; null where there is none, which a server that trusts this computer's users accepts
record PulseServer(Path socket, @Nullable Path cookie) {

    private static final int COOKIE_LENGTH = 256;

    /// @return empty where no server can be there: another system, or one over the network
    static Optional<PulseServer> find(Map<String, String> environment, Path home) {
        @Nullable String named = environment.get("PULSE_SERVER");
        if (named != null) {
            int path = named.indexOf("unix:");
            return path < 0 && !named.startsWith("/") ? Optional.empty()
                    : Optional.of(new PulseServer(Path.of(named.substring(Math.max(0, path < 0 ? 0 : path + 5))), cookie(environment, home)));
        }
        @Nullable String own = environment.get("PULSE_RUNTIME_PATH");
        @Nullable String session = environment.get("XDG_RUNTIME_DIR");
        Stream<Path> places = Stream.concat(Stream.ofNullable(own).map(folder -> Path.of(folder, "native")),
                Stream.ofNullable(session).map(folder -> Path.of(folder, "pulse", "native")));
        return places.filter(Files::exists).findFirst().map(socket -> new PulseServer(socket, cookie(environment, home)));
    }

    private static @Nullable Path cookie(Map<String, String> environment, Path home) {
        @Nullable String named = environment.get("PULSE_COOKIE");
        return Stream.concat(Stream.ofNullable(named).map(Path::of),
                Stream.of(home.resolve(".config/pulse/cookie"), home.resolve(".pulse-cookie")))
                .filter(Files::isReadable).findFirst().orElse(null);
    }

    byte[] secret() throws IOException {
        Path file = cookie;
        return file == null ? new byte[COOKIE_LENGTH] : Arrays.copyOf(Files.readAllBytes(file), COOKIE_LENGTH);
    }
}
