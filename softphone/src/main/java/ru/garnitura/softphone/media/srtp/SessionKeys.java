package ru.garnitura.softphone.media.srtp;

import java.util.Arrays;

/// What is derived from a master key for one kind of packets (RFC 3711, section 4.3): cipher, salt, authentication.
final class SessionKeys {

    static final int RTP_LABEL = 0;
    static final int RTCP_LABEL = 3;
    private static final int AUTHENTICATION_KEY = 20;
    private static final int SALT = 14;

    private final CounterMode cipher;
    private final Authentication authentication;
    private final byte[] salt;
    private final byte[] counter = new byte[16];

    SessionKeys(SrtpKeys master, int firstLabel) {
        CounterMode derivation = new CounterMode(master.key());
        byte[] masterSalt = master.salt();
        cipher = new CounterMode(derive(derivation, masterSalt, firstLabel, master.suite().keyBytes()));
        authentication = new Authentication(derive(derivation, masterSalt, firstLabel + 1, AUTHENTICATION_KEY));
        salt = derive(derivation, masterSalt, firstLabel + 2, SALT);
    }

    static byte[] derive(CounterMode derivation, byte[] masterSalt, int label, int bytes) {
        byte[] start = Arrays.copyOf(masterSalt, 16);
        start[7] ^= (byte) label;
        byte[] key = new byte[bytes];
        derivation.apply(start, key, 0, bytes);
        return key;
    }

    /// Encrypts or decrypts in place.
    ///
    /// @param index of the packet: 48 bits for RTP, 31 for RTCP
    void apply(byte[] data, int from, int length, int ssrc, long index) {
        System.arraycopy(salt, 0, counter, 0, SALT);
        for (int i = 0; i < 4; i++) {
            counter[4 + i] ^= (byte) (ssrc >> (24 - 8 * i));
        }
        for (int i = 0; i < 6; i++) {
            counter[8 + i] ^= (byte) (index >> (40 - 8 * i));
        }
        cipher.apply(counter, data, from, length);
    }

    Authentication authentication() {
        return authentication;
    }
}
