package ru.garnitura.softphone.sip.digest;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/// Hash algorithms of RFC 8760, weakest first.
public enum DigestAlgorithm {
    MD5("MD5", "MD5"), SHA_256("SHA-256", "SHA-256"), SHA_512_256("SHA-512-256", "SHA-512/256");

    private final String token;
    private final String platformName;

    DigestAlgorithm(String token, String platformName) {
        this.token = token;
        this.platformName = platformName;
    }

    /// As written in a header.
    public String token() {
        return token;
    }

    /// By its token in any case; empty for an algorithm we don't speak, such as the `-sess` ones.
    public static Optional<DigestAlgorithm> parse(String token) {
        return Stream.of(values()).filter(algorithm -> algorithm.token.equalsIgnoreCase(token)).findFirst();
    }

    /// Hash over the parts joined by colons, in lower-case hex.
    String hash(String... parts) {
        byte[] bytes = String.join(":", parts).getBytes(StandardCharsets.UTF_8);
        return hash(bytes, bytes.length);
    }

    /// Hash over `user:realm:password`; the password leaves no copy behind.
    String hashOfSecret(String user, String realm, char[] password) {
        byte[] prefix = (user + ":" + realm + ":").getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(prefix, prefix.length + 4 * password.length);
        ByteBuffer target = ByteBuffer.wrap(all).position(prefix.length);
        StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE)
                .encode(CharBuffer.wrap(password), target, true);
        try {
            return hash(all, target.position());
        } finally {
            Arrays.fill(all, (byte) 0);
        }
    }

    private String hash(byte[] bytes, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance(platformName);
            digest.update(bytes, 0, length);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The platform lacks " + platformName, e);
        }
    }
}
