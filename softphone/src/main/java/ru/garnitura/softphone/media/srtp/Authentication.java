package ru.garnitura.softphone.media.srtp;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// HMAC-SHA1 (RFC 2104) over a packet and four bytes more. The JDK's own `Mac` makes new arrays for each result.
final class Authentication {

    private static final int BLOCK = 64;
    private static final int HASH = 20;

    private final MessageDigest sha1;
    private final byte[] inner = new byte[BLOCK];
    private final byte[] outer = new byte[BLOCK];
    private final byte[] hash = new byte[HASH];
    private final byte[] tail = new byte[4];

    Authentication(byte[] key) {
        try {
            sha1 = MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("a JDK without SHA-1", impossible);
        }
        Arrays.fill(inner, (byte) 0x36);
        Arrays.fill(outer, (byte) 0x5c);
        for (int i = 0; i < key.length; i++) {
            inner[i] ^= key[i];
            outer[i] ^= key[i];
        }
    }

    /// Writes the tag behind the packet.
    ///
    /// @param more four bytes that are authenticated behind the packet: the roll-over counter
    void sign(byte[] data, int length, int more, int tagBytes) {
        compute(data, length, more);
        System.arraycopy(hash, 0, data, length, tagBytes);
    }

    /// Compares in constant time.
    boolean verify(byte[] data, int length, int more, int tagBytes) {
        compute(data, length, more);
        return differences(data, length, tagBytes) == 0;
    }

    void sign(byte[] data, int length, int tagBytes) {
        compute(data, length);
        System.arraycopy(hash, 0, data, length, tagBytes);
    }

    boolean verify(byte[] data, int length, int tagBytes) {
        compute(data, length);
        return differences(data, length, tagBytes) == 0;
    }

    private int differences(byte[] data, int at, int tagBytes) {
        int differences = 0;
        for (int i = 0; i < tagBytes; i++) {
            differences |= hash[i] ^ data[at + i];
        }
        return differences;
    }

    private void compute(byte[] data, int length, int more) {
        Words.putInt(tail, 0, more);
        sha1.update(inner);
        sha1.update(data, 0, length);
        sha1.update(tail);
        finish();
    }

    private void compute(byte[] data, int length) {
        sha1.update(inner);
        sha1.update(data, 0, length);
        finish();
    }

    private void finish() {
        try {
            sha1.digest(hash, 0, HASH);
            sha1.update(outer);
            sha1.update(hash);
            sha1.digest(hash, 0, HASH);
        } catch (DigestException impossible) {
            throw new IllegalStateException("SHA-1 of more than " + HASH + " bytes", impossible);
        }
    }
}
