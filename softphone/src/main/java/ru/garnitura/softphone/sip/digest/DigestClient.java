package ru.garnitura.softphone.sip.digest;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Answers challenges with one user's password. Counts each nonce's uses; a client nonce is never used twice.
public final class DigestClient {

    private final String user;
    private final Supplier<char[]> password;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Used> challenges = new HashMap<>();
    private Optional<DigestChallenge> latest = Optional.empty();

    private record Used(DigestChallenge challenge, int count) {
    }

    /// Signs in as `user`.
    ///
    /// @param password asked for each time; the array is cleared after use
    public DigestClient(String user, Supplier<char[]> password) {
        this.user = user;
        this.password = password;
    }

    /// The value of an Authorization or Proxy-Authorization header for a request.
    public String answer(DigestChallenge challenge, String method, String uri) {
        Used before = challenges.get(challenge.realm());
        int count = before != null && before.challenge().nonce().equals(challenge.nonce()) ? before.count() + 1 : 1;
        challenges.put(challenge.realm(), new Used(challenge, count));
        latest = Optional.of(challenge);
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return credentials(challenge, new Attempt(method, uri, HexFormat.of().formatHex(bytes), count));
    }

    /// The same without being asked, where the latest nonce may be used again: saves a round trip.
    public Optional<String> again(String method, String uri) {
        return latest.filter(DigestChallenge::qop).map(challenge -> answer(challenge, method, uri));
    }

    record Attempt(String method, String uri, String cnonce, int count) {
    }

    String credentials(DigestChallenge challenge, Attempt attempt) {
        DigestAlgorithm algorithm = challenge.algorithm();
        String nc = String.format("%08x", attempt.count());
        char[] secret = password.get();
        String ha1;
        try {
            ha1 = algorithm.hashOfSecret(user, challenge.realm(), secret);
        } finally {
            Arrays.fill(secret, '\0');
        }
        String ha2 = algorithm.hash(attempt.method(), attempt.uri());
        String response = challenge.qop()
                ? algorithm.hash(ha1, challenge.nonce(), nc, attempt.cnonce(), "auth", ha2)
                : algorithm.hash(ha1, challenge.nonce(), ha2);
        StringBuilder header = new StringBuilder("Digest username=").append(quoted(user))
                .append(", realm=").append(quoted(challenge.realm()))
                .append(", nonce=").append(quoted(challenge.nonce()))
                .append(", uri=").append(quoted(attempt.uri()))
                .append(", response=\"").append(response).append("\", algorithm=").append(algorithm.token());
        if (challenge.qop()) {
            header.append(", qop=auth, nc=").append(nc).append(", cnonce=").append(quoted(attempt.cnonce()));
        }
        if (!challenge.opaque().isEmpty()) {
            header.append(", opaque=").append(quoted(challenge.opaque()));
        }
        return header.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
