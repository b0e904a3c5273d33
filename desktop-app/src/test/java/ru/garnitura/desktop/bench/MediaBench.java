package ru.garnitura.desktop.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import ru.garnitura.softphone.audio.Wav;
import ru.garnitura.softphone.audio.signal.Resampler;
import ru.garnitura.softphone.call.MediaException;
import ru.garnitura.softphone.media.codec.PayloadFormat;
import ru.garnitura.softphone.media.session.NetworkWeather;
import ru.garnitura.softphone.media.session.NetworkWeather.Climate;
import ru.garnitura.softphone.media.session.VirtualCall;

/// What is heard over a bad network: sender, relay and receiver on a virtual clock.
public final class MediaBench {

    private static final int NARROW = 8000;
    private static final int WIDE = 48_000;
    private static final int SEEDS = 3;

    private MediaBench() {
    }

    public static void main(String[] args) throws IOException {
        MediaOptions options;
        try {
            options = MediaOptions.parse(args);
        } catch (IllegalArgumentException unusable) {
            System.err.println(unusable.getMessage());
            System.exit(2);
            return;
        }
        if (options.in().isPresent()) {
            carry(options, options.in().get()).save(args);
        } else {
            System.exit(goals().finish(System.out, args));
        }
    }

    private static BenchReport carry(MediaOptions options, Path in) throws IOException {
        Wav wav = sound(in);
        VirtualCall.Heard heard = call(options.codec(), options.climate(), options.seed(), options.fec())
                .carry(wav.samples(), wav.rate());
        long lost = heard.lostFlags().stream().filter(gone -> gone).count();
        System.out.printf(Locale.ROOT, "sent %d%nlost %d%nlate %d%nconcealed %d%nrepaired %d%nplayout_ms %.1f%n",
                heard.payloads().size(), lost, heard.late(), heard.concealed(), heard.repaired(), heard.playoutMs());
        if (options.out().isPresent()) {
            Files.write(options.out().get(), file(heard.sound(), wav.rate()));
        }
        BenchReport report = new BenchReport("media", options.parameters());
        report.atMost("sent", heard.payloads().size(), "packets", null);
        report.atMost("lost", (double) lost, "packets", null);
        report.atMost("late", (double) heard.late(), "packets", null);
        report.atMost("concealed", (double) heard.concealed(), "frames", null);
        report.atMost("repaired", (double) heard.repaired(), "frames", null);
        report.atMost("playout_ms", heard.playoutMs(), "ms", null);
        return report;
    }

    private static Wav sound(Path in) {
        try {
            return Wav.read(in);
        } catch (MediaException unusable) {
            System.err.println(unusable.getMessage());
            System.exit(BenchOptions.USAGE);
            throw unusable;
        }
    }

    private static VirtualCall call(PayloadFormat codec, Climate climate, long seed, boolean fec) {
        return new VirtualCall(codec, new NetworkWeather(climate, seed), fec);
    }

    private static BenchReport goals() throws IOException {
        BenchReport report = new BenchReport("media", Map.of("seeds", SEEDS, "codec", "pcmu, opus"));
        short[] speech = Speech.clips(NARROW);
        for (int loss : new int[] {0, 1, 5, 10, 20}) {
            distances(report, speech, loss);
        }
        for (int jitter : new int[] {30, 60, 100}) {
            VirtualCall.Heard heard = call(PayloadFormat.PCMU, new Climate(0, 1, jitter, 0), 1, false).carry(speech, NARROW);
            report.atMost("jitter_%d_late".formatted(jitter), 100.0 * heard.late() / heard.payloads().size(), "%", 1.0);
            report.atMost("jitter_%d_playout".formatted(jitter), heard.playoutMs(), "ms", jitter * 0.95 + 40);
        }
        return report;
    }

    /// Log-spectral distance to what was said, the mean of some seeds.
    private static void distances(BenchReport report, short[] speech, int loss) {
        double ours = 0;
        double repeated = 0;
        double silent = 0;
        double opus = 0;
        double opusBare = 0;
        double playout = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            VirtualCall.Heard heard = call(PayloadFormat.PCMU, Climate.losing(loss), seed, false).carry(speech, NARROW);
            ours += SpectralDistance.between(speech, heard.sound(), NARROW) / SEEDS;
            repeated += plain(speech, heard, true) / SEEDS;
            silent += plain(speech, heard, false) / SEEDS;
            playout = Math.max(playout, heard.playoutMs());
            opus += SpectralDistance.between(speech, call(PayloadFormat.OPUS, Climate.losing(loss), seed, true)
                    .carry(speech, NARROW).sound(), NARROW) / SEEDS;
            opusBare += SpectralDistance.between(speech, call(PayloadFormat.OPUS, Climate.losing(loss), seed, false)
                    .carry(speech, NARROW).sound(), NARROW) / SEEDS;
        }
        String key = "loss_%d_".formatted(loss);
        report.atMost(key + "ours", ours, "dB", loss >= 5 ? Math.floor(repeated * 100) / 100 : null);
        report.atMost(key + "pitch_repeat", repeated, "dB", null);
        report.atMost(key + "silence", silent, "dB", null);
        report.atMost(key + "opus_fec", opus, "dB", loss >= 5 ? ours : null);
        report.atMost(key + "opus_no_fec", opusBare, "dB", null);
        report.atMost(key + "playout", playout, "ms", 60.0);
    }

    /// The same packets, and the same filters as ours passes.
    private static double plain(short[] speech, VirtualCall.Heard heard, boolean repeat) {
        short[] played = PlainReceiver.play(PayloadFormat.PCMU, heard.payloads(), heard.lostFlags(), repeat);
        Resampler up = new Resampler(NARROW, WIDE);
        Resampler down = new Resampler(WIDE, NARROW);
        short[] wide = new short[played.length * (WIDE / NARROW)];
        up.process(played, 0, played.length, wide);
        down.process(wide, 0, wide.length, played);
        int delay = (int) Math.round(2 * (up.delayMs() + down.delayMs()) * NARROW / 1000);
        return SpectralDistance.between(speech, Arrays.copyOfRange(played, delay, played.length), NARROW);
    }

    /// A WAV file.
    static byte[] file(short[] sound, int rate) {
        ByteBuffer bytes = ByteBuffer.allocate(44 + 2 * sound.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * sound.length);
        bytes.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1).putShort((short) 1);
        bytes.putInt(rate).putInt(2 * rate).putShort((short) 2).putShort((short) 16);
        bytes.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * sound.length);
        for (short sample : sound) {
            bytes.putShort(sample);
        }
        return bytes.array();
    }
}
