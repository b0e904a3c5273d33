package ru.garnitura.desktop.localapi;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who may come in: holders of the token, from this machine, and no page of a foreign site (not even by a name that
/// resolves to this machine).
final class Gate {

    private static final Set<String> HERE = Set.of("127.0.0.1", "localhost");
    private static final String SCHEME = "Bearer ";

    private final byte[] token;

    Gate(String token) {
        this.token = token.getBytes(StandardCharsets.US_ASCII);
    }

    /// Why a request is turned away; empty for one that may come in.
    ///
    /// @param host the name the caller used for this machine
    Optional<Refusal> check(@Nullable String authorization, @Nullable String origin, String host) {
        if (!HERE.contains(host)) {
            return Optional.of(Refusal.WRONG_HOST);
        }
        if (origin != null && !isHere(origin)) {
            return Optional.of(Refusal.WRONG_ORIGIN);
        }
        return hasToken(authorization) ? Optional.empty() : Optional.of(Refusal.NO_TOKEN);
    }

    private boolean hasToken(@Nullable String authorization) {
        return authorization != null && authorization.startsWith(SCHEME) && MessageDigest.isEqual(token,
                authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean isHere(String origin) {
        try {
            String host = URI.create(origin).getHost();
            return host != null && HERE.contains(host);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
