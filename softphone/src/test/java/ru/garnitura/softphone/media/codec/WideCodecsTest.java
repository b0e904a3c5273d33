package ru.garnitura.softphone.media.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ru.garnitura.softphone.audio.Sweep;
import ru.garnitura.softphone.audio.ToneShare;
import ru.garnitura.softphone.audio.signal.Tones;

/// G.722 and Opus alone; what other programs make of them is tested on the wire.
class WideCodecsTest {

    private static final int PACKETS = 100;

    private static short[] through(AudioCodec codec, short[] pcm, int lostEvery, boolean repairing) {
        int samples = codec.format().rate() / 50;
        short[] out = new short[pcm.length];
        short[] decoded = new short[codec.format().rate() / 1000 * PayloadFormat.MAX_PACKET_MS];
        byte[] payload = new byte[1500];
        for (int i = 0; i * samples < pcm.length; i++) {
            int length = codec.encode(Arrays.copyOfRange(pcm, i * samples, (i + 1) * samples), samples, payload, 0);
            boolean lost = lostEvery > 0 && i % lostEvery == lostEvery - 1;
            if (lost) {
                continue;
            }
            if (lostEvery > 0 && i % lostEvery == 0 && i > 0) {
                int made = repairing ? codec.repair(payload, length, samples, decoded) : 0;
                made = made > 0 ? made : codec.conceal(decoded, samples);
                System.arraycopy(decoded, 0, out, (i - 1) * samples, made);
            }
            System.arraycopy(decoded, 0, out, i * samples, codec.decode(payload, length, decoded));
        }
        return out;
    }

    @ParameterizedTest
    @EnumSource(names = {"OPUS", "G722"})
    void aToneOfThreeKilohertzComesThrough(PayloadFormat format) {
        try (AudioCodec codec = format.open()) {
            short[] tone = Tones.sine(format.rate(), 3000, format.rate() / 50 * PACKETS, 8000);
            short[] out = through(codec, tone, 0, false);
            assertThat(ToneShare.of(Arrays.copyOfRange(out, format.rate() / 2, out.length), format.rate(), 3000))
                    .isGreaterThan(0.99);
        }
    }

    /// The reference's own noise at this level is about 35 dB below a wide-band signal.
    @Test
    void wideBandSpeechShapedNoiseKeepsItsWaveInG722() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
        short[] pcm = new short[16_000 * 2];
        double state = 0;
        for (int i = 0; i < pcm.length; i++) {
            state = 0.9 * state + random.nextGaussian() * 800;
            pcm[i] = (short) Math.clamp(Math.round(state), -20_000, 20_000);
        }
        short[] out = through(PayloadFormat.G722.open(), pcm, 0, false);
        double best = 0;
        for (int delay = 0; delay < 40; delay++) {
            double signal = 0;
            double noise = 0;
            for (int i = 4000; i < pcm.length - 40; i++) {
                signal += (double) pcm[i] * pcm[i];
                double error = pcm[i] - out[i + delay];
                noise += error * error;
            }
            best = Math.max(best, 10 * Math.log10(signal / noise));
        }
        assertThat(best).as("signal to noise, dB").isGreaterThan(20);
    }

    @Test
    void opusRepairsALostPacketFromTheOneAfterIt() {
        try (AudioCodec repaired = PayloadFormat.OPUS.open(); AudioCodec made = PayloadFormat.OPUS.open();
                AudioCodec whole = PayloadFormat.OPUS.open()) {
            short[] sweep = Sweep.of(48_000, 48_000 * 2);
            repaired.expectLoss(20);
            made.expectLoss(20);
            whole.expectLoss(20);
            short[] expected = through(whole, sweep, 0, false);
            double withCopy = difference(expected, through(repaired, sweep, 5, true));
            double without = difference(expected, through(made, sweep, 5, false));
            assertThat(withCopy).isLessThan(without * 0.8);
        }
    }

    @Test
    void opusKnowsAPacketThatCarriesNoCopy() {
        try (AudioCodec with = PayloadFormat.OPUS.open(); AudioCodec without = PayloadFormat.OPUS.open()) {
            with.expectLoss(20);
            without.expectLoss(0);
            assertThat(copies(with)).isGreaterThan(PACKETS * 8 / 10);
            assertThat(copies(without)).isZero();
        }
    }

    @Test
    void opusHeedsTheReceiversWishes() {
        try (AudioCodec narrow = PayloadFormat.OPUS.open(); AudioCodec usual = PayloadFormat.OPUS.open()) {
            narrow.heed(PayloadFormat.OPUS.wishes("maxaveragebitrate=16000"));
            narrow.expectLoss(20);
            assertThat(copies(narrow)).as("not asked for").isZero();
            assertThat(bitrate(narrow)).isLessThan(18_000);
            usual.heed(PayloadFormat.OPUS.wishes("maxaveragebitrate=510000;useinbandfec=1"));
            usual.expectLoss(20);
            assertThat(copies(usual)).isGreaterThan(PACKETS * 8 / 10);
            assertThat(bitrate(usual)).isBetween(24_000, 60_000);
        }
    }

    private static int bitrate(AudioCodec codec) {
        short[] sweep = Sweep.of(48_000, 48_000 * 2);
        byte[] payload = new byte[1500];
        int bytes = 0;
        for (int i = 0; i < PACKETS; i++) {
            bytes += codec.encode(Arrays.copyOfRange(sweep, i * 960, (i + 1) * 960), 960, payload, 0);
        }
        return bytes * 8 * 50 / PACKETS;
    }

    private static int copies(AudioCodec codec) {
        short[] sweep = Sweep.of(48_000, 48_000 * 2);
        short[] decoded = new short[5760];
        byte[] payload = new byte[1500];
        int copies = 0;
        for (int i = 0; i < PACKETS; i++) {
            int length = codec.encode(Arrays.copyOfRange(sweep, i * 960, (i + 1) * 960), 960, payload, 0);
            copies += codec.repair(payload, length, 960, decoded) > 0 ? 1 : 0;
        }
        return copies;
    }

    private static double difference(short[] one, short[] other) {
        double sum = 0;
        for (int i = 9600; i < one.length; i++) {
            sum += ((double) one[i] - other[i]) * (one[i] - other[i]);
        }
        return sum;
    }

    @ParameterizedTest
    @EnumSource(PayloadFormat.class)
    void garbageIsDecodedToSomethingShortEnough(PayloadFormat format) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        short[] pcm = new short[format.rate() / 1000 * PayloadFormat.MAX_PACKET_MS];
        byte[] payload = new byte[1500];
        try (AudioCodec codec = format.open()) {
            for (int i = 0; i < 2000; i++) {
                random.nextBytes(payload);
                assertThat(codec.decode(payload, random.nextInt(1500), pcm)).isBetween(0, pcm.length);
                assertThat(codec.repair(payload, random.nextInt(1500), format.rate() / 50, pcm))
                        .isBetween(0, pcm.length);
            }
        }
    }

    @Test
    void theOpusInJavaUnderstandsTheNativeOne() {
        try (OpusCodec natively = new OpusCodec(PayloadFormat.OPUS, new NativeOpus());
                OpusCodec inJava = new OpusCodec(PayloadFormat.OPUS, new PureOpus())) {
            short[] tone = Tones.sine(48_000, 1000, 960 * 50, 8000);
            assertThat(share(natively, inJava, tone)).isGreaterThan(0.99);
            assertThat(share(inJava, natively, tone)).isGreaterThan(0.99);
        }
    }

    private static double share(AudioCodec from, AudioCodec to, short[] tone) {
        byte[] payload = new byte[1500];
        short[] decoded = new short[5760];
        short[] out = new short[tone.length];
        for (int at = 0; at < tone.length; at += 960) {
            int length = from.encode(Arrays.copyOfRange(tone, at, at + 960), 960, payload, 0);
            System.arraycopy(decoded, 0, out, at, to.decode(payload, length, decoded));
        }
        return ToneShare.of(Arrays.copyOfRange(out, 24_000, out.length), 48_000, 1000);
    }
}
