package ru.garnitura.softphone.sip.digest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One challenge of a 401 or 407 that we can answer.
///
/// @param realm     protection space
/// @param nonce     the server's nonce
/// @param opaque    to be returned unchanged; may be empty
/// @param algorithm hash to use
/// @param qop       the server speaks `qop=auth`; without it the answer has the form of RFC 2069
/// @param stale     only the nonce was too old, the password was right
public record DigestChallenge(String realm, String nonce, String opaque, DigestAlgorithm algorithm, boolean qop,
        boolean stale) {

    /// Parses the value of a WWW-Authenticate or Proxy-Authenticate header; empty where we can't answer it.
    public static Optional<DigestChallenge> parse(String header) {
        AuthParameters parameters = AuthParameters.parse(header);
        boolean qop = parameters.has("qop");
        boolean auth = Stream.of(parameters.get("qop").split(",")).anyMatch(q -> q.strip().equalsIgnoreCase("auth"));
        if (parameters.get("nonce").isEmpty() || (qop && !auth)) {
            return Optional.empty();
        }
        String token = parameters.has("algorithm") ? parameters.get("algorithm") : DigestAlgorithm.MD5.token();
        return DigestAlgorithm.parse(token).map(algorithm -> new DigestChallenge(parameters.get("realm"),
                parameters.get("nonce"), parameters.get("opaque"), algorithm, qop,
                parameters.get("stale").toLowerCase(Locale.ROOT).equals("true")));
    }

    /// The strongest of each realm, in the order the realms came.
    public static List<DigestChallenge> strongestOfEach(List<String> headers) {
        Map<String, DigestChallenge> strongest = new LinkedHashMap<>();
        headers.stream().map(DigestChallenge::parse).flatMap(Optional::stream).forEach(challenge ->
                strongest.merge(challenge.realm(), challenge, DigestChallenge::stronger));
        return List.copyOf(strongest.values());
    }

    private static DigestChallenge stronger(DigestChallenge first, DigestChallenge next) {
        return next.algorithm.compareTo(first.algorithm) > 0 ? next : first;
    }

    /// The strongest of several (RFC 8760, section 2.4); among equals the first.
    public static Optional<DigestChallenge> strongest(List<String> headers) {
        return headers.stream().map(DigestChallenge::parse).flatMap(Optional::stream)
                .reduce(DigestChallenge::stronger);
    }
}
