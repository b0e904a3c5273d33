package ru.garnitura.softphone.media.codec;

/// G.711: one byte a sample, no state.
final class G711Codec implements AudioCodec {

    private final PayloadFormat format;
    private final G711 law;

    G711Codec(PayloadFormat format, G711 law) {
        this.format = format;
        this.law = law;
    }

    @Override
    public PayloadFormat format() {
        return format;
    }

    @Override
    public int encode(short[] pcm, int samples, byte[] out, int at) {
        for (int i = 0; i < samples; i++) {
            out[at + i] = law.compress(pcm[i]);
        }
        return samples;
    }

    @Override
    public int decode(byte[] payload, int length, short[] pcm) {
        int samples = Math.min(length, pcm.length);
        for (int i = 0; i < samples; i++) {
            pcm[i] = law.expand(payload[i]);
        }
        return samples;
    }
}
