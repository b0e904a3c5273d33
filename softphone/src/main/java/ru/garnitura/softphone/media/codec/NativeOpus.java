package ru.garnitura.softphone.media.codec;

import org.jitsi.impl.neomedia.codec.audio.opus.Opus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// libopus through libjitsi's JNI class, which brings it for Linux, Windows and macOS.
final class NativeOpus implements OpusLibrary {

    private static final Logger LOG = LoggerFactory.getLogger(NativeOpus.class);
    private static final boolean USABLE = load();

    private final byte[] bytes = new byte[RATE / 1000 * PayloadFormat.MAX_PACKET_MS * 2];
    private long encoder;
    private long decoder;

    NativeOpus() {
        encoder = Opus.encoder_create(RATE, 1);
        decoder = Opus.decoder_create(RATE, 1);
        Opus.encoder_set_bitrate(encoder, BITRATE);
        Opus.encoder_set_complexity(encoder, COMPLEXITY);
        expectLoss(FIRST_LOSS_PERCENT);
    }

    static boolean isUsable() {
        return USABLE;
    }

    private static boolean load() {
        try {
            long trial = Opus.decoder_create(RATE, 1);
            Opus.decoder_destroy(trial);
            return trial != 0;
        } catch (LinkageError missing) {
            LOG.warn("No native Opus for this machine, the one in Java takes its place: {}", missing.toString());
            return false;
        }
    }

    @Override
    public int encode(short[] pcm, int samples, byte[] out, int at) {
        for (int i = 0; i < samples; i++) {
            bytes[2 * i] = (byte) pcm[i];
            bytes[2 * i + 1] = (byte) (pcm[i] >> 8);
        }
        return Opus.encode(encoder, bytes, 0, samples, out, at, out.length - at);
    }

    @Override
    public int decode(byte[] payload, int length, short[] pcm, int samples, boolean repair) {
        int room = Math.min(samples, pcm.length);
        int count = Opus.decode(decoder, length == 0 ? null : payload, 0, length, bytes, 0, room, repair ? 1 : 0);
        for (int i = 0; i < count; i++) {
            pcm[i] = (short) ((bytes[2 * i] & 0xff) | bytes[2 * i + 1] << 8);
        }
        return count;
    }

    @Override
    public void expectLoss(int percent) {
        Opus.encoder_set_inband_fec(encoder, percent > 0 ? 1 : 0);
        Opus.encoder_set_packet_loss_perc(encoder, percent);
    }

    @Override
    public void bitrate(int limit) {
        Opus.encoder_set_bitrate(encoder, limit);
    }

    @Override
    public void close() {
        if (encoder != 0) {
            Opus.encoder_destroy(encoder);
            Opus.decoder_destroy(decoder);
            encoder = 0;
            decoder = 0;
        }
    }
}
