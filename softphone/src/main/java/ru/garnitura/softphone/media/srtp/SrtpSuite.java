package ru.garnitura.softphone.media.srtp;

import java.util.Arrays;
import java.util.Optional;

/// Transforms we take, strongest first (RFC 7714; RFC 4568, section 6.2; RFC 6188).
public enum SrtpSuite {
    AEAD_AES_256_GCM(32, 12, 16),
    AES_256_CM_HMAC_SHA1_80(32, 14, 10),
    AEAD_AES_128_GCM(16, 12, 16),
    AES_CM_128_HMAC_SHA1_80(16, 14, 10),
    AES_CM_128_HMAC_SHA1_32(16, 14, 4);

    private final int keyBytes;
    private final int saltBytes;
    private final int tagBytes;

    SrtpSuite(int keyBytes, int saltBytes, int tagBytes) {
        this.keyBytes = keyBytes;
        this.saltBytes = saltBytes;
        this.tagBytes = tagBytes;
    }

    /// Length of the master key.
    public int keyBytes() {
        return keyBytes;
    }

    /// Length of the master salt.
    public int saltBytes() {
        return saltBytes;
    }

    /// Length of master key and salt together.
    public int materialBytes() {
        return keyBytes + saltBytes;
    }

    /// Of an RTP packet.
    int tagBytes() {
        return tagBytes;
    }

    /// Encrypts and authenticates in one (RFC 7714).
    boolean isGalois() {
        return this == AEAD_AES_256_GCM || this == AEAD_AES_128_GCM;
    }

    /// The suite of this name in `a=crypto`, if it is one of ours.
    public static Optional<SrtpSuite> named(String name) {
        return Arrays.stream(values()).filter(suite -> suite.name().equals(name)).findFirst();
    }
}
