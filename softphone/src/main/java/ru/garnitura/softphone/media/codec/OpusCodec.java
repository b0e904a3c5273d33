package ru.garnitura.softphone.media.codec;

import java.util.Arrays;

/// Opus (RFC 6716, RFC 7587): its own concealment, and a copy of each packet in the one after it.
final class OpusCodec implements AudioCodec {

    /// Opus counts in steps of 2.5 ms.
    private static final int GRAIN = OpusLibrary.RATE / 400;
    /// What a damaged packet is replaced by.
    private static final int USUAL_PACKET = OpusLibrary.RATE / 50;

    /// Configurations from here on mix both layers, then are of the layer that has no copies (RFC 6716, section 3.1).
    private static final int FIRST_HYBRID = 12;
    private static final int FIRST_WITHOUT_COPIES = 16;
    private static final int TWO_FRAMES_OF_OWN_LENGTH = 2;
    private static final int MANY_FRAMES = 3;
    private static final int LONG_LENGTH = 252;

    private static final byte[] NOTHING = new byte[0];

    private final PayloadFormat format;
    private final OpusLibrary library;
    private boolean copies = true;

    OpusCodec(PayloadFormat format, OpusLibrary library) {
        this.format = format;
        this.library = library;
    }

    @Override
    public PayloadFormat format() {
        return format;
    }

    @Override
    public int encode(short[] pcm, int samples, byte[] out, int at) {
        return Math.max(0, library.encode(pcm, samples, out, at));
    }

    @Override
    public int decode(byte[] payload, int length, short[] pcm) {
        int samples = length == 0 ? -1 : library.decode(payload, length, pcm, pcm.length, false);
        if (samples >= 0) {
            return samples;
        }
        Arrays.fill(pcm, 0, USUAL_PACKET, (short) 0);
        return USUAL_PACKET;
    }

    @Override
    public int conceal(short[] pcm, int samples) {
        return samples % GRAIN == 0 ? Math.max(0, library.decode(NOTHING, 0, pcm, samples, false)) : 0;
    }

    @Override
    public int repair(byte[] following, int length, int samples, short[] pcm) {
        boolean usable = samples % GRAIN == 0 && length > 0 && hasCopy(following, length);
        return usable ? Math.max(0, library.decode(following, length, pcm, samples, true)) : 0;
    }

    /// Whether a packet carries a copy of the one before: behind the flags of voice activity of its first frame stands one
    /// that says so (RFC 6716, sections 3.1, 3.2 and 4.2.4). Of a packet of many frames it is taken for granted: a decoder
    /// then makes up what is not there.
    private static boolean hasCopy(byte[] packet, int length) {
        int config = (packet[0] & 0xff) >> 3;
        int frames = packet[0] & 3;
        if (config >= FIRST_WITHOUT_COPIES || frames == MANY_FRAMES) {
            return config < FIRST_WITHOUT_COPIES;
        }
        int at = frames == TWO_FRAMES_OF_OWN_LENGTH ? firstOfTwo(packet, length) : 1;
        int parts = config < FIRST_HYBRID ? Math.max(1, config & 3) : 1;
        boolean stereo = (packet[0] & 4) != 0;
        return at < length && (isSet(packet[at], parts) || (stereo && isSet(packet[at], 2 * parts + 1)));
    }

    /// Where the first of two frames begins: behind a length of one byte or two.
    private static int firstOfTwo(byte[] packet, int length) {
        return length > 1 && (packet[1] & 0xff) >= LONG_LENGTH ? 3 : 2;
    }

    /// @param number of the bit, from the highest
    private static boolean isSet(byte bits, int number) {
        return (bits >> (7 - number) & 1) != 0;
    }

    @Override
    public void expectLoss(int percent) {
        library.expectLoss(copies ? percent : 0);
    }

    @Override
    public void heed(ReceiverWishes wishes) {
        copies = wishes.copies();
        library.bitrate(Math.min(OpusLibrary.BITRATE, wishes.bitrate()));
        expectLoss(OpusLibrary.FIRST_LOSS_PERCENT);
    }

    @Override
    public void close() {
        library.close();
    }
}
