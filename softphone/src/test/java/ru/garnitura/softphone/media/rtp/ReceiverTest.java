package ru.garnitura.softphone.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.garnitura.softphone.audio.AudioFrame;
import ru.garnitura.softphone.audio.ToneShare;
import ru.garnitura.softphone.audio.signal.Level;
import ru.garnitura.softphone.media.rtp.VirtualStream.Arrival;

/// Packets in, sound out, on a virtual clock.
class ReceiverTest {

    private static final int SSRC = 0x1234;
    private final VirtualStream stream = new VirtualStream(DepthPolicy.fixed(20));
    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");

    private static double share(short[] sound, int fromMs, int toMs, double hertz) {
        return ToneShare.of(Arrays.copyOfRange(sound, fromMs * 48, toMs * 48), AudioFrame.RATE, hertz);
    }

    @Test
    void aCleanStreamIsPlayedWholeAndSoon() {
        short[] sound = stream.play(stream.tone(440, 100, SSRC, 7, 7), 2000);
        assertThat(share(sound, 100, 1900, 440)).isGreaterThan(0.999);
        assertThat(stream.receiver.concealed()).isZero();
        int firstLoud = 0;
        while (Math.abs(sound[firstLoud]) < 300) {
            firstLoud++;
        }
        assertThat(firstLoud / 48).as("milliseconds from the first packet to its sound").isLessThanOrEqualTo(35);
    }

    @Test
    void sequenceAndTimestampMayWrap() {
        short[] sound = stream.play(stream.tone(440, 100, SSRC, 65_500, -4000), 2000);
        assertThat(share(sound, 100, 1900, 440)).isGreaterThan(0.999);
        assertThat(stream.receiver.packetsLost()).isZero();
    }

    @Test
    void duplicatesAndReorderingWithinTheDepthChangeNothing() {
        List<Arrival> clean = stream.tone(440, 100, SSRC, 0, 0);
        short[] expected = stream.play(clean, 2000);
        List<Arrival> messy = new ArrayList<>();
        for (Arrival arrival : clean) {
            messy.add(arrival);
            messy.add(new Arrival(arrival.atMs() + 5, arrival.packet()));
        }
        VirtualStream other = new VirtualStream(DepthPolicy.fixed(20));
        assertThat(other.play(messy, 2000)).isEqualTo(expected);

        List<Arrival> swapped = new ArrayList<>(clean);
        for (int i = 10; i < 90; i += 10) {
            swapped.set(i, new Arrival(clean.get(i).atMs() + 21, clean.get(i).packet()));
        }
        VirtualStream third = new VirtualStream(DepthPolicy.fixed(30));
        VirtualStream fourth = new VirtualStream(DepthPolicy.fixed(30));
        assertThat(third.play(swapped, 2000)).isEqualTo(fourth.play(clean, 2000));
    }

    @Test
    void aSenderThatSkippedAWhileIsSoonPlayedAsSoonAsBefore() {
        VirtualStream adaptive = new VirtualStream(DepthPolicy.adaptive());
        List<Arrival> arrivals = stream.tone(440, 700, SSRC, 0, 0);
        for (int i = 250; i < arrivals.size(); i++) {
            arrivals.set(i, new Arrival(arrivals.get(i).atMs() + 300, arrivals.get(i).packet()));
        }
        adaptive.play(arrivals, 14_000);
        assertThat(adaptive.receiver.packetsLost()).isZero();
        assertThat(adaptive.receiver.delayMs()).as("later than the fastest packet, 9 s after the skip").isLessThanOrEqualTo(25);
    }

    @Test
    void lossIsConcealedAndCounted() {
        List<Arrival> arrivals = new ArrayList<>(stream.tone(440, 200, SSRC, 0, 0));
        random.ints(20, 5, 195).distinct().boxed().sorted((a, b) -> b - a).toList().forEach(i -> arrivals.remove((int) i));
        int lost = 200 - arrivals.size();
        short[] sound = stream.play(arrivals, 4000);
        assertThat(stream.receiver.packetsLost()).isEqualTo(lost);
        assertThat(stream.receiver.concealed()).isEqualTo(2L * lost);
        assertThat(share(sound, 200, 3800, 440)).as("a steady tone is concealed well").isGreaterThan(0.9);
    }

    @Test
    void aChangedSsrcIsHeardWithin60Ms() {
        List<Arrival> arrivals = new ArrayList<>(stream.tone(440, 50, SSRC, 0, 0));
        for (Arrival arrival : stream.tone(1000, 50, 0x9999, 40_000, 123_456_789)) {
            arrivals.add(new Arrival(1000 + arrival.atMs(), arrival.packet()));
        }
        short[] sound = stream.play(arrivals, 2000);
        assertThat(share(sound, 1100, 1900, 1000)).isGreaterThan(0.99);
        short[] gap = Arrays.copyOfRange(sound, 1020 * 48, 1090 * 48);
        int quiet = 0;
        for (int ms = 0; ms + 10 <= 70; ms += 10) {
            quiet += Level.of(Arrays.copyOfRange(gap, ms * 48, (ms + 10) * 48), 480) < -40 ? 10 : 0;
        }
        assertThat(quiet).isLessThanOrEqualTo(60);
    }

    @Test
    void oneForgedPacketOfAnotherSsrcIsNotHeard() {
        List<Arrival> arrivals = new ArrayList<>(stream.tone(440, 100, SSRC, 0, 0));
        arrivals.add(new Arrival(1001, stream.tone(1000, 1, 0x666, 1, 1).getFirst().packet()));
        short[] sound = stream.play(arrivals, 2000);
        assertThat(share(sound, 100, 1900, 440)).isGreaterThan(0.999);
    }

    @Test
    void aSequenceThatGoesOnElsewhereIsFollowedAndIsNoLoss() {
        List<Arrival> arrivals = new ArrayList<>(stream.tone(440, 50, SSRC, 0, 0));
        for (Arrival arrival : stream.tone(1000, 50, SSRC, 20_000, 8000)) {
            arrivals.add(new Arrival(1000 + arrival.atMs(), arrival.packet()));
        }
        short[] sound = stream.play(arrivals, 2000);
        assertThat(share(sound, 1100, 1900, 1000)).isGreaterThan(0.99);
        assertThat(stream.receiver.packetsLost()).isZero();
        assertThat(stream.receiver.packetsReceived()).isEqualTo(99);
    }

    @Test
    void oneForgedPacketOfAnotherSequenceIsNeitherHeardNorLoss() {
        List<Arrival> arrivals = new ArrayList<>(stream.tone(440, 100, SSRC, 0, 0));
        arrivals.add(new Arrival(1001, stream.tone(1000, 1, SSRC, 30_000, 8000).getFirst().packet()));
        short[] sound = stream.play(arrivals, 2000);
        assertThat(share(sound, 100, 1900, 440)).isGreaterThan(0.999);
        assertThat(stream.receiver.packetsLost()).isZero();
    }

    @Test
    void aSpikeOfDelayStretchesTheSoundAndIsCaughtUpAgain() {
        List<Arrival> arrivals = new ArrayList<>();
        for (Arrival arrival : stream.tone(440, 500, SSRC, 0, 0)) {
            boolean spike = arrival.atMs() >= 1000 && arrival.atMs() < 1120;
            arrivals.add(new Arrival(spike ? 1120 : arrival.atMs(), arrival.packet()));
        }
        stream.play(arrivals, 1500);
        VirtualStream whole = new VirtualStream(DepthPolicy.fixed(20));
        short[] sound = whole.play(arrivals, 9990);
        assertThat(whole.receiver.depthMs()).isLessThanOrEqualTo(60);
        assertThat(whole.receiver.packetsLate()).isZero();
        assertThat(share(sound, 9000, 9900, 440)).isGreaterThan(0.97);
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 60, 100})
    void jitterIsLearntSoThatFewPacketsAreLateAndTheDelayStaysSmall(int jitterMs) {
        VirtualStream adaptive = new VirtualStream(DepthPolicy.adaptive());
        RandomGenerator jitter = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        List<Arrival> arrivals = new ArrayList<>();
        for (Arrival arrival : adaptive.tone(440, 1500, SSRC, 0, 0)) {
            arrivals.add(new Arrival(arrival.atMs() + jitter.nextDouble(jitterMs), arrival.packet()));
        }
        adaptive.play(arrivals, 30_000);
        assertThat(adaptive.receiver.packetsLate()).isLessThanOrEqualTo(15);
        assertThat(adaptive.receiver.delayMs()).isLessThanOrEqualTo((int) (jitterMs * 0.95) + 40);
    }

    @Test
    void theDelayShrinksAgainWhenTheJitterHasGone() {
        VirtualStream adaptive = new VirtualStream(DepthPolicy.adaptive());
        RandomGenerator jitter = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        List<Arrival> arrivals = new ArrayList<>();
        for (Arrival arrival : adaptive.tone(440, 3000, SSRC, 0, 0)) {
            double delay = arrival.atMs() < 10_000 ? jitter.nextDouble(100) : 0;
            arrivals.add(new Arrival(arrival.atMs() + delay, arrival.packet()));
        }
        short[] sound = adaptive.play(arrivals, 59_900);
        assertThat(adaptive.receiver.delayMs()).isLessThanOrEqualTo(30);
        assertThat(share(sound, 58_000, 59_800, 440)).isGreaterThan(0.99);
    }

    @Test
    void aStreamThatPausesBeginsAgain() {
        List<Arrival> arrivals = new ArrayList<>(stream.tone(440, 50, SSRC, 0, 0));
        for (Arrival arrival : stream.tone(440, 50, SSRC, 50, 160 * 50 + 8000 * 3)) {
            arrivals.add(new Arrival(4000 + arrival.atMs(), arrival.packet()));
        }
        short[] sound = stream.play(arrivals, 5000);
        assertThat(Level.of(Arrays.copyOfRange(sound, 2000 * 48, 3900 * 48), 1900 * 48)).isLessThan(-90);
        assertThat(share(sound, 4100, 4900, 440)).isGreaterThan(0.99);
    }

    @Test
    void garbageNeverThrows() {
        byte[] datagram = new byte[200];
        for (int i = 0; i < 20_000; i++) {
            random.nextBytes(datagram);
            datagram[0] = (byte) (i % 2 == 0 ? datagram[0] : 0x80 | (datagram[0] & 0x3f));
            stream.receiver.receive(datagram, random.nextInt(0, 200), i * 1_000_000L);
            stream.receiver.play(AudioFrame.silence(), i * 1_000_000L);
        }
        short[] sound = stream.play(List.of(), 100);
        assertThat(sound).hasSize(4800);
    }
}
