package ru.garnitura.desktop.bench;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import ru.garnitura.softphone.audio.Wav;
import ru.garnitura.softphone.audio.signal.Resampler;

/// The product's own Russian clips, one after another.
final class Speech {

    private static final List<String> CLIPS = List.of("internet-1", "internet-2", "sms-1", "sms-2");

    private Speech() {
    }

    static short[] clips(int rate) throws IOException {
        short[] all = new short[0];
        for (String name : CLIPS) {
            short[] clip = resampled(read(name), rate);
            int at = all.length;
            all = Arrays.copyOf(all, at + clip.length);
            System.arraycopy(clip, 0, all, at, clip.length);
        }
        return all;
    }

    private static Wav read(String name) throws IOException {
        String resource = "/ru/garnitura/assets/speech/" + name + ".wav";
        try (InputStream in = Speech.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("no clip " + resource);
            }
            return Wav.read(in, name);
        }
    }

    private static short[] resampled(Wav wav, int rate) {
        Resampler resampler = new Resampler(wav.rate(), rate);
        int length = wav.samples().length / resampler.granularity() * resampler.granularity();
        short[] out = new short[(int) Math.ceilDiv((long) length * rate, wav.rate())];
        resampler.process(wav.samples(), 0, length, out);
        return out;
    }
}
