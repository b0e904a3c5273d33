package ru.garnitura.softphone.media.srtp;

import java.util.Arrays;
import java.util.Optional;

/// Transforms we take, strongest first (RFC 4568, section 6.2; RFC 6188). All authenticate with HMAC-SHA1.
public enum SrtpSuite {
    AES_256_CM_HMAC_SHA1_80(32, 10),
    AES_CM_128_HMAC_SHA1_80(16, 10),
    AES_CM_128_HMAC_SHA1_32(16, 4);

    static final int SALT_BYTES = 14;
    /// Reports are always authenticated with 80 bits (RFC 3711, section 5.2).
    static final int RTCP_TAG_BYTES = 10;

    private final int keyBytes;
    private final int tagBytes;

    SrtpSuite(int keyBytes, int tagBytes) {
        this.keyBytes = keyBytes;
        this.tagBytes = tagBytes;
    }

    /// Length of the master key.
    public int keyBytes() {
        return keyBytes;
    }

    /// Length of master key and salt together.
    public int materialBytes() {
        return keyBytes + SALT_BYTES;
    }

    int tagBytes() {
        return tagBytes;
    }

    /// The suite of this name in `a=crypto`, if it is one of ours.
    public static Optional<SrtpSuite> named(String name) {
        return Arrays.stream(values()).filter(suite -> suite.name().equals(name)).findFirst();
    }
}
