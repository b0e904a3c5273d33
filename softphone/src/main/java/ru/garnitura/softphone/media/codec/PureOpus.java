package ru.garnitura.softphone.media.codec;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;

/// Opus in Java, for machines the native library does not know. Slower, and allocates.
final class PureOpus implements OpusLibrary {

    private static final int BROKEN = -1;

    private final OpusEncoder encoder;
    private final OpusDecoder decoder;

    PureOpus() {
        try {
            encoder = new OpusEncoder(RATE, 1, OpusApplication.OPUS_APPLICATION_VOIP);
            decoder = new OpusDecoder(RATE, 1);
        } catch (OpusException impossible) {
            throw new IllegalStateException("Opus refuses 48 kHz mono", impossible);
        }
        encoder.setBitrate(BITRATE);
        encoder.setComplexity(COMPLEXITY);
        expectLoss(FIRST_LOSS_PERCENT);
    }

    @Override
    public int encode(short[] pcm, int samples, byte[] out, int at) {
        try {
            return encoder.encode(pcm, 0, samples, out, at, out.length - at);
        } catch (OpusException refused) {
            return BROKEN;
        }
    }

    @Override
    public int decode(byte[] payload, int length, short[] pcm, int samples, boolean repair) {
        try {
            return decoder.decode(length == 0 ? null : payload, 0, length, pcm, 0, Math.min(samples, pcm.length), repair);
        } catch (OpusException damaged) {
            return BROKEN;
        }
    }

    @Override
    public void expectLoss(int percent) {
        encoder.setUseInbandFEC(percent > 0);
        encoder.setPacketLossPercent(percent);
    }

    @Override
    public void bitrate(int limit) {
        encoder.setBitrate(limit);
    }

    @Override
    public void close() {
    }
}
