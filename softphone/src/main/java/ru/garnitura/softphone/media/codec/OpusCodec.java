package ru.garnitura.softphone.media.codec;

import java.util.Arrays;

/// Opus (RFC 6716, RFC 7587): its own concealment, and a copy of each packet in the one after it.
final class OpusCodec implements AudioCodec {

    /// Opus counts in steps of 2.5 ms.
    private static final int GRAIN = OpusLibrary.RATE / 400;
    /// What a damaged packet is replaced by.
    private static final int USUAL_PACKET = OpusLibrary.RATE / 50;

    private static final byte[] NOTHING = new byte[0];

    private final PayloadFormat format;
    private final OpusLibrary library;

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
        return samples % GRAIN == 0 && length > 0 ? Math.max(0, library.decode(following, length, pcm, samples, true)) : 0;
    }

    @Override
    public void expectLoss(int percent) {
        library.expectLoss(percent);
    }

    @Override
    public void close() {
        library.close();
    }
}
