package ru.garnitura.softphone.sip.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/// The server side: issues nonces and checks credentials, each nonce count once.
public final class DigestVerifier {

    private static final int REMEMBERED = 10_000;

    private final String realm;
    private final List<DigestAlgorithm> algorithms;
    private final Function<String, @Nullable String> passwords;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    /// How credentials stand.
    public enum Verdict { GOOD, STALE, BAD }

    /// Guards one realm.
    ///
    /// @param algorithms offered, the preferred first
    /// @param passwords  password of a user, or null for nobody
    public DigestVerifier(String realm, List<DigestAlgorithm> algorithms, Function<String, @Nullable String> passwords) {
        this.realm = realm;
        this.algorithms = List.copyOf(algorithms);
        this.passwords = passwords;
    }

    /// The values of as many WWW-Authenticate headers as there are algorithms.
    public List<String> challenges(boolean stale) {
        return algorithms.stream().map(algorithm -> "Digest realm=\"" + realm + "\", nonce=\"" + freshNonce()
                + "\", algorithm=" + algorithm.token() + ", qop=\"auth\"" + (stale ? ", stale=true" : "")).toList();
    }

    private String freshNonce() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String nonce = HexFormat.of().formatHex(bytes);
        counts.put(nonce, 0);
        if (counts.size() > REMEMBERED) {
            counts.remove(counts.keySet().iterator().next());
        }
        return nonce;
    }

    /// The user that credentials claim to be, or empty.
    public static String userOf(String credentials) {
        return AuthParameters.parse(credentials).get("username");
    }

    public Verdict check(String credentials, String method) {
        AuthParameters given = AuthParameters.parse(credentials);
        String password = passwords.apply(given.get("username"));
        DigestAlgorithm algorithm = DigestAlgorithm.parse(given.has("algorithm") ? given.get("algorithm") : "MD5")
                .filter(algorithms::contains).orElse(null);
        if (password == null || algorithm == null || !given.get("realm").equals(realm)) {
            return Verdict.BAD;
        }
        if (!rightResponse(given, method, password, algorithm)) {
            return Verdict.BAD;
        }
        Integer last = counts.get(given.get("nonce"));
        int count = count(given.get("nc"));
        if (last == null || count <= last) {
            return Verdict.STALE;
        }
        counts.put(given.get("nonce"), count);
        return Verdict.GOOD;
    }

    private boolean rightResponse(AuthParameters given, String method, String password, DigestAlgorithm algorithm) {
        String ha1 = algorithm.hashOfSecret(given.get("username"), realm, password.toCharArray());
        String ha2 = algorithm.hash(method, given.get("uri"));
        String expected = algorithm.hash(ha1, given.get("nonce"), given.get("nc"), given.get("cnonce"),
                given.get("qop"), ha2);
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.US_ASCII),
                given.get("response").getBytes(StandardCharsets.US_ASCII));
    }

    private static int count(String nc) {
        return nc.matches("[0-9a-fA-F]{8}") ? Integer.parseUnsignedInt(nc, 16) : 0;
    }
}
