package ru.garnitura.softphone.audio.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import ru.garnitura.softphone.audio.ToneShare;

class ElasticRingTest {

    private final ElasticRing ring = new ElasticRing(480);
    private final short[] block = new short[480];

    @Test
    void anEmptyRingGivesSilence() {
        block[7] = 9;
        assertThat(ring.read(block)).isFalse();
        assertThat(block).containsOnly(0);
        assertThat(ring.starved()).isEqualTo(1);
    }

    @Test
    void aFasterWriterIsFollowedWithoutLoss() {
        short[] written = new short[481];
        int missed = 0;
        for (int tick = 0; tick < 60_000; tick++) {
            missed += ring.write(written, 481) ? 0 : 1;
            missed += tick > 5 && !ring.read(block) ? 1 : 0;
        }
        assertThat(missed).isZero();
    }

    @Test
    void whatIsTakenBackLeavesATonePure() {
        short[] tone = Tones.sine(48_000, 1000, 48_000, 10_000);
        short[] heard = new short[48_000 * 4];
        for (int i = 0; i < 8; i++) {
            ring.write(Arrays.copyOfRange(tone, i * 480, (i + 1) * 480), 480);
        }
        for (int tick = 0; tick < 400; tick++) {
            int from = (tick + 8) % 100 * 480;
            ring.write(Arrays.copyOfRange(tone, from, from + 480), 480);
            ring.read(block);
            System.arraycopy(block, 0, heard, tick * 480, 480);
        }
        assertThat(ToneShare.of(heard, 48_000, 1000)).isGreaterThan(0.99);
        int left = 0;
        while (ring.read(block)) {
            left++;
        }
        assertThat(left).as("blocks left of a depth of eight").isLessThanOrEqualTo(3);
    }

    @Test
    void aSlowerWriterCostsABlockNowAndThenOnly() {
        int starved = 0;
        for (int tick = 0; tick < 10_000; tick++) {
            ring.write(block, 479);
            starved += ring.read(new short[480]) ? 0 : 1;
        }
        assertThat(starved).isLessThan(25);
    }

    @Test
    void burstsDeepenItOnceAndThenNothingIsMissing() {
        int starvedLate = 0;
        for (int tick = 0; tick < 1000; tick++) {
            for (int i = 0; tick % 4 == 0 && i < 4; i++) {
                ring.write(block, 480);
            }
            starvedLate += ring.read(new short[480]) || tick < 200 ? 0 : 1;
        }
        assertThat(starvedLate).isLessThan(8);
    }
}
