package ru.garnitura.softphone.media.srtp;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// Master key and salt of one direction.
///
/// @param material   both, base64 as after `inline:` (RFC 4568, section 6.1)
/// @param identifier of the master key in each packet, hexadecimal (RFC 3711, section 3.1: MKI); empty where there is none
public record SrtpKeys(SrtpSuite suite, String material, String identifier) {

    /// Bytes; RFC 4568 allows 128, and one is what is seen.
    public static final int LONGEST_IDENTIFIER = 8;

    /// @throws IllegalArgumentException when the material is not base64 or not as long as the suite asks for
    public SrtpKeys {
        if (Base64.getDecoder().decode(material).length != suite.materialBytes()) {
            throw new IllegalArgumentException("key material of another length than " + suite + " asks for");
        }
    }

    /// Without an identifier.
    public SrtpKeys(SrtpSuite suite, String material) {
        this(suite, material, "");
    }

    /// Fresh keys; `random` must be unpredictable outside tests.
    public static SrtpKeys random(SrtpSuite suite, RandomGenerator random) {
        byte[] material = new byte[suite.materialBytes()];
        random.nextBytes(material);
        return new SrtpKeys(suite, Base64.getEncoder().encodeToString(material));
    }

    /// Joins a master key with its salt.
    public static SrtpKeys of(SrtpSuite suite, byte[] key, byte[] salt) {
        byte[] material = Arrays.copyOf(key, key.length + salt.length);
        System.arraycopy(salt, 0, material, key.length, salt.length);
        return new SrtpKeys(suite, Base64.getEncoder().encodeToString(material));
    }

    byte[] key() {
        return Arrays.copyOf(Base64.getDecoder().decode(material), suite.keyBytes());
    }

    byte[] salt() {
        return Arrays.copyOfRange(Base64.getDecoder().decode(material), suite.keyBytes(), suite.materialBytes());
    }

    byte[] identifierBytes() {
        return HexFormat.of().parseHex(identifier);
    }

    /// Keys are never written to a log.
    @Override
    public String toString() {
        return "SrtpKeys[" + suite + "]";
    }
}
