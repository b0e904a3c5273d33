package ru.garnitura.softphone.media.srtp;

import java.util.Arrays;

/// AES in Galois/counter mode (RFC 7714). The JDK's own cipher must be set up anew, with new objects, for each packet.
final class GaloisTransform implements Transform {

    private static final int TAG = 16;
    private static final int WORD = 4;
    private static final int REPORT_HEADER = 8;
    private static final int SALT = 12;
    private static final int BLOCK = 16;

    private final CounterMode cipher;
    private final GaloisHash hash;
    private final byte[] salt;
    private final byte[] counter = new byte[BLOCK];
    private final byte[] tag = new byte[TAG];
    private final byte[] associated = new byte[REPORT_HEADER + WORD];

    /// @param key  of this kind of packets
    /// @param salt twelve bytes
    GaloisTransform(byte[] key, byte[] salt) {
        this.salt = salt.clone();
        cipher = new CounterMode(key);
        byte[] subkey = new byte[BLOCK];
        cipher.apply(new byte[BLOCK], 0, subkey, 0, BLOCK);
        hash = new GaloisHash(subkey);
    }

    static GaloisTransform of(SrtpKeys master, int label) {
        CounterMode derivation = new CounterMode(master.key());
        return new GaloisTransform(SessionKeys.derive(derivation, master.salt(), label, master.suite().keyBytes()),
                SessionKeys.derive(derivation, master.salt(), label + 2, SALT));
    }

    /// The counter of a packet: salt, SSRC and index (RFC 7714, sections 8.1 and 9.1).
    private void aim(int ssrc, long index) {
        System.arraycopy(salt, 0, counter, 0, SALT);
        for (int i = 0; i < 4; i++) {
            counter[2 + i] ^= (byte) (ssrc >> (24 - 8 * i));
        }
        for (int i = 0; i < 6; i++) {
            counter[6 + i] ^= (byte) (index >> (40 - 8 * i));
        }
    }

    /// The first block is the tag's, the text begins with the second (NIST SP 800-38D, section 7.1).
    private void crypt(byte[] data, int from, int to) {
        cipher.apply(counter, 2, data, from, to - from);
    }

    /// Over all that is sent but the tag itself.
    ///
    /// @param plain    authenticated as it is, up to there
    private void computeTag(byte[] plain, int plainLength, byte[] data, int from, int to) {
        hash.begin();
        hash.add(plain, 0, plainLength);
        hash.add(data, from, to - from);
        hash.end(plainLength, to - from, tag);
        cipher.apply(counter, 1, tag, 0, TAG);
    }

    private boolean fits(byte[] data, int at) {
        int differences = 0;
        for (int i = 0; i < TAG; i++) {
            differences |= tag[i] ^ data[at + i];
        }
        return differences == 0;
    }

    @Override
    public void sealRtp(byte[] packet, int from, int length, long index) {
        aim(Words.getInt(packet, 8), index);
        crypt(packet, from, length);
        computeTag(packet, from, packet, from, length);
        System.arraycopy(tag, 0, packet, length, TAG);
    }

    @Override
    public boolean openRtp(byte[] packet, int from, int length, long index) {
        aim(Words.getInt(packet, 8), index);
        computeTag(packet, from, packet, from, length);
        if (!fits(packet, length)) {
            return false;
        }
        crypt(packet, from, length);
        return true;
    }

    @Override
    public int sealRtcp(byte[] report, int length, int word) {
        aim(Words.getInt(report, 4), word & ~ENCRYPTED);
        crypt(report, REPORT_HEADER, length);
        associate(report, word);
        computeTag(associated, associated.length, report, REPORT_HEADER, length);
        System.arraycopy(tag, 0, report, length, TAG);
        Words.putInt(report, length + TAG, word);
        return length + reportOverhead();
    }

    private void associate(byte[] report, int word) {
        System.arraycopy(report, 0, associated, 0, REPORT_HEADER);
        Words.putInt(associated, REPORT_HEADER, word);
    }

    @Override
    public int reportOverhead() {
        return TAG + WORD;
    }

    @Override
    public int wordAt(int length) {
        return length - WORD;
    }

    @Override
    public boolean openRtcp(byte[] report, int length) {
        int word = Words.getInt(report, wordAt(length));
        int inner = length - reportOverhead();
        aim(Words.getInt(report, 4), word & ~ENCRYPTED);
        if ((word & ENCRYPTED) == 0) {
            return isAuthentic(report, inner, word);
        }
        associate(report, word);
        computeTag(associated, associated.length, report, REPORT_HEADER, inner);
        if (!fits(report, inner)) {
            return false;
        }
        crypt(report, REPORT_HEADER, inner);
        return true;
    }

    /// A report that is not encrypted is authenticated whole, its word behind it (RFC 7714, section 9.3).
    private boolean isAuthentic(byte[] report, int inner, int word) {
        byte[] whole = Arrays.copyOf(report, inner + WORD);
        Words.putInt(whole, inner, word);
        computeTag(whole, whole.length, report, inner, inner);
        return fits(report, inner);
    }
}
