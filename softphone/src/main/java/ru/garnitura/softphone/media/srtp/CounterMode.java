package ru.garnitura.softphone.media.srtp;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/// AES in counter mode with a new counter for each packet (RFC 3711, section 4.1.1): the key is set up once.
final class CounterMode {

    private static final int BLOCK = 16;
    private static final int LONGEST = 2048;

    private final Cipher cipher;
    private final byte[] counters = new byte[LONGEST];
    private final byte[] stream = new byte[LONGEST];

    CounterMode(byte[] key) {
        try {
            cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a JDK without AES", impossible);
        }
    }

    /// Encrypts or decrypts in place.
    ///
    /// @param first counter block whose last two bytes are 0
    void apply(byte[] first, byte[] data, int from, int length) {
        apply(first, 0, data, from, length);
    }

    /// The same, beginning with a later block.
    ///
    /// @param number of the block the first byte belongs to
    void apply(byte[] first, int number, byte[] data, int from, int length) {
        int blocks = (length + BLOCK - 1) / BLOCK;
        for (int block = number, at = 0; block < number + blocks; block++, at += BLOCK) {
            System.arraycopy(first, 0, counters, at, BLOCK - 2);
            counters[at + 14] = (byte) (block >> 8);
            counters[at + 15] = (byte) block;
        }
        try {
            cipher.update(counters, 0, blocks * BLOCK, stream, 0);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES refuses " + blocks + " whole blocks", impossible);
        }
        for (int i = 0; i < length; i++) {
            data[from + i] ^= stream[i];
        }
    }
}
