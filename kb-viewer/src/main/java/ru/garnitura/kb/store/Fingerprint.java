package ru.garnitura.kb.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// What a whole set of articles is, in a few bytes.
///
/// @param sha256 lower-case digest over the sorted lines `id SPACE rev LF`
public record Fingerprint(int count, String sha256) {

    static Fingerprint of(List<String> lines) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            lines.stream().sorted().forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
            return new Fingerprint(lines.size(), HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
