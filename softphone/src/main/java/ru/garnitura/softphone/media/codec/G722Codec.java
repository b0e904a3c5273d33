package ru.garnitura.softphone.media.codec;

/// ITU-T G.722 at 64 kbit/s: two sub-bands of 16 kHz sound, each coded as differences from a prediction.
final class G722Codec implements AudioCodec {

    private static final int[] Q6 = {0, 35, 72, 110, 150, 190, 233, 276, 323, 370, 422, 473, 530, 587, 650, 714, 786,
        858, 940, 1023, 1121, 1219, 1339, 1458, 1612, 1765, 1980, 2195, 2557, 2919};
    private static final int[] LOW_NEGATIVE = {0, 63, 62, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16,
        15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4};
    private static final int[] LOW_POSITIVE = {0, 61, 60, 59, 58, 57, 56, 55, 54, 53, 52, 51, 50, 49, 48, 47, 46, 45, 44,
        43, 42, 41, 40, 39, 38, 37, 36, 35, 34, 33, 32};
    private static final int[] QM4 = {0, -20_456, -12_896, -8968, -6288, -4240, -2584, -1200, 20_456, 12_896, 8968, 6288,
        4240, 2584, 1200, 0};
    private static final int[] QM6 = {-136, -136, -136, -136, -24_808, -21_904, -19_008, -16_704, -14_984, -13_512,
        -12_280, -11_192, -10_232, -9360, -8576, -7856, -7192, -6576, -6000, -5456, -4944, -4464, -4008, -3576, -3168,
        -2776, -2400, -2032, -1688, -1360, -1040, -728, 24_808, 21_904, 19_008, 16_704, 14_984, 13_512, 12_280, 11_192,
        10_232, 9360, 8576, 7856, 7192, 6576, 6000, 5456, 4944, 4464, 4008, 3576, 3168, 2776, 2400, 2032, 1688, 1360,
        1040, 728, 432, 136, -432, -136};
    private static final int[] QM2 = {-7408, -1616, 7408, 1616};
    private static final int[] WL = {-60, -30, 58, 172, 334, 538, 1198, 3042};
    private static final int[] RL42 = {0, 7, 6, 5, 4, 3, 2, 1, 7, 6, 5, 4, 3, 2, 1, 0};
    private static final int[] WH = {0, -214, 798};
    private static final int[] RH2 = {2, 1, 2, 1};
    private static final int[] MIRROR = {3, -11, 12, 32, -210, 951, 3876, -805, 362, -156, 53, -11};

    private final PayloadFormat format;
    private final Half encoder = new Half();
    private final Half decoder = new Half();

    /// One direction: both bands and the quadrature mirror filter's line.
    private static final class Half {
        final G722Band low = G722Band.lower();
        final G722Band high = G722Band.higher();
        final int[] line = new int[24];
        int odd;
        int even;

        void filter(int first, int second) {
            System.arraycopy(line, 2, line, 0, 22);
            line[22] = first;
            line[23] = second;
            odd = 0;
            even = 0;
            for (int i = 0; i < 12; i++) {
                odd += line[2 * i] * MIRROR[i];
                even += line[2 * i + 1] * MIRROR[11 - i];
            }
        }

        /// Both bands follow the code, in the encoder as in the decoder.
        void follow(int code) {
            int coarse = (code & 0x3f) >> 2;
            int lowDifference = (low.step() * QM4[coarse]) >> 15;
            low.rescale(WL[RL42[coarse]]);
            low.learn(lowDifference);
            int upper = (code >> 6) & 3;
            int highDifference = (high.step() * QM2[upper]) >> 15;
            high.rescale(WH[RH2[upper]]);
            high.learn(highDifference);
        }
    }

    G722Codec(PayloadFormat format) {
        this.format = format;
    }

    @Override
    public PayloadFormat format() {
        return format;
    }

    @Override
    public int encode(short[] pcm, int samples, byte[] out, int at) {
        for (int i = 0; i + 1 < samples; i += 2) {
            encoder.filter(pcm[i], pcm[i + 1]);
            int code = lowCode((encoder.even + encoder.odd) >> 14) | highCode((encoder.even - encoder.odd) >> 14) << 6;
            encoder.follow(code);
            out[at + i / 2] = (byte) code;
        }
        return samples / 2;
    }

    private int lowCode(int sample) {
        int error = G722Band.saturate(sample - encoder.low.predicted());
        int size = error >= 0 ? error : -(error + 1);
        int level = 1;
        while (level < Q6.length && size >= (Q6[level] * encoder.low.step()) >> 12) {
            level++;
        }
        return error < 0 ? LOW_NEGATIVE[level] : LOW_POSITIVE[level];
    }

    private int highCode(int sample) {
        int error = G722Band.saturate(sample - encoder.high.predicted());
        int size = error >= 0 ? error : -(error + 1);
        boolean far = size >= (564 * encoder.high.step()) >> 12;
        int positive = far ? 2 : 3;
        return error < 0 ? positive - 2 : positive;
    }

    @Override
    public int decode(byte[] payload, int length, short[] pcm) {
        int bytes = Math.min(length, pcm.length / 2);
        for (int i = 0; i < bytes; i++) {
            int code = payload[i] & 0xff;
            int low = limited(decoder.low.predicted() + ((decoder.low.step() * QM6[code & 0x3f]) >> 15));
            int high = limited(decoder.high.predicted() + ((decoder.high.step() * QM2[code >> 6]) >> 15));
            decoder.follow(code);
            decoder.filter(low + high, low - high);
            pcm[2 * i] = (short) G722Band.saturate(decoder.even >> 11);
            pcm[2 * i + 1] = (short) G722Band.saturate(decoder.odd >> 11);
        }
        return bytes * 2;
    }

    private static int limited(int sample) {
        return Math.clamp(sample, -16_384, 16_383);
    }
}
