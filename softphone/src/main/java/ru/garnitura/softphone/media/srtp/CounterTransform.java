package ru.garnitura.softphone.media.srtp;

/// AES in counter mode, authenticated with HMAC-SHA1 (RFC 3711).
final class CounterTransform implements Transform {

    /// Reports are always authenticated with 80 bits (RFC 3711, section 5.2).
    static final int REPORT_TAG = 10;
    private static final int WORD = 4;
    private static final int REPORT_HEADER = 8;

    private final SessionKeys keys;
    private final int tagBytes;

    CounterTransform(SrtpKeys master, int label) {
        keys = new SessionKeys(master, label);
        tagBytes = master.suite().tagBytes();
    }

    @Override
    public void sealRtp(byte[] packet, int from, int length, long index) {
        keys.apply(packet, from, length - from, Words.getInt(packet, 8), index);
        keys.authentication().sign(packet, length, (int) (index >> 16), tagBytes);
    }

    @Override
    public boolean openRtp(byte[] packet, int from, int length, long index) {
        if (!keys.authentication().verify(packet, length, (int) (index >> 16), tagBytes)) {
            return false;
        }
        keys.apply(packet, from, length - from, Words.getInt(packet, 8), index);
        return true;
    }

    @Override
    public int sealRtcp(byte[] report, int length, int word) {
        crypt(report, length, word);
        Words.putInt(report, length, word);
        keys.authentication().sign(report, length + WORD, REPORT_TAG);
        return length + reportOverhead();
    }

    private void crypt(byte[] report, int length, int word) {
        if ((word & ENCRYPTED) != 0) {
            keys.apply(report, REPORT_HEADER, length - REPORT_HEADER, Words.getInt(report, 4), word & ~ENCRYPTED);
        }
    }

    @Override
    public int reportOverhead() {
        return WORD + REPORT_TAG;
    }

    @Override
    public int wordAt(int length) {
        return length - REPORT_TAG - WORD;
    }

    @Override
    public boolean openRtcp(byte[] report, int length) {
        if (!keys.authentication().verify(report, length - REPORT_TAG, REPORT_TAG)) {
            return false;
        }
        crypt(report, wordAt(length), Words.getInt(report, wordAt(length)));
        return true;
    }
}
