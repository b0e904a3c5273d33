package ru.garnitura.desktop.bench;

import java.util.Arrays;
import java.util.List;
import ru.garnitura.softphone.media.codec.AudioCodec;
import ru.garnitura.softphone.media.codec.PayloadFormat;
import ru.garnitura.softphone.media.codec.PitchConcealment;

/// What others make of the same packets: each lost one replaced by silence, or by the last pitch period repeated and
/// faded (ITU-T G.711, Appendix I, in outline). No jitter, no delay: only the loss counts.
final class PlainReceiver {

    private static final int HEADER = 12;

    private PlainReceiver() {
    }

    /// 8 kHz sound of G.711 packets of 20 ms.
    static short[] play(PayloadFormat format, List<byte[]> packets, List<Boolean> lost, boolean repeat) {
        int samples = format.rate() / 50;
        short[] out = new short[packets.size() * samples];
        short[] pcm = new short[format.rate() / 1000 * PayloadFormat.MAX_PACKET_MS];
        PitchConcealment concealment = new PitchConcealment(format.rate());
        try (AudioCodec codec = format.open()) {
            for (int i = 0; i < packets.size(); i++) {
                if (!lost.get(i)) {
                    byte[] payload = Arrays.copyOfRange(packets.get(i), HEADER, packets.get(i).length);
                    concealment.heard(pcm, codec.decode(payload, payload.length, pcm));
                } else if (repeat) {
                    concealment.conceal(pcm, samples);
                } else {
                    Arrays.fill(pcm, 0, samples, (short) 0);
                }
                System.arraycopy(pcm, 0, out, i * samples, samples);
            }
        }
        return out;
    }
}
