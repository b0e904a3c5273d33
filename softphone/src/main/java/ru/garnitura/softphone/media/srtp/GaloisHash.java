package ru.garnitura.softphone.media.srtp;

/// GHASH (NIST SP 800-38D, section 6.4), bit by bit: a packet of speech has a dozen blocks, and no table of the key lies in
/// memory whose places could be told by time.
final class GaloisHash {

    private static final int BLOCK = 16;
    private static final long REDUCTION = 0xe100000000000000L;

    private final long keyHigh;
    private final long keyLow;
    private long high;
    private long low;

    /// @param subkey what the cipher makes of a block of zeros
    GaloisHash(byte[] subkey) {
        keyHigh = word(subkey, 0, 8);
        keyLow = word(subkey, 8, 8);
    }

    /// As many bytes as there are, zeros behind them.
    private static long word(byte[] data, int at, int bytes) {
        long word = 0;
        for (int i = 0; i < 8; i++) {
            word = word << 8 | (i < bytes ? data[at + i] & 0xff : 0);
        }
        return word;
    }

    void begin() {
        high = 0;
        low = 0;
    }

    /// Adds bytes, filled up with zeros to whole blocks.
    void add(byte[] data, int from, int length) {
        for (int at = 0; at < length; at += BLOCK) {
            int left = length - at;
            high ^= word(data, from + at, Math.min(8, left));
            low ^= left > 8 ? word(data, from + at + 8, Math.min(8, left - 8)) : 0;
            multiply();
        }
    }

    /// Adds both lengths and writes the result.
    void end(long firstBytes, long secondBytes, byte[] result) {
        high ^= firstBytes * 8;
        low ^= secondBytes * 8;
        multiply();
        for (int i = 0; i < 8; i++) {
            result[i] = (byte) (high >> (56 - 8 * i));
            result[8 + i] = (byte) (low >> (56 - 8 * i));
        }
    }

    /// By the key, in the field of 2^128 elements; takes the same time for all values.
    private void multiply() {
        long sumHigh = 0;
        long sumLow = 0;
        long factorHigh = keyHigh;
        long factorLow = keyLow;
        for (int bit = 0; bit < 128; bit++) {
            long mask = -((bit < 64 ? high >>> (63 - bit) : low >>> (127 - bit)) & 1);
            sumHigh ^= factorHigh & mask;
            sumLow ^= factorLow & mask;
            long carry = -(factorLow & 1) & REDUCTION;
            factorLow = factorLow >>> 1 | factorHigh << 63;
            factorHigh = factorHigh >>> 1 ^ carry;
        }
        high = sumHigh;
        low = sumLow;
    }
}
