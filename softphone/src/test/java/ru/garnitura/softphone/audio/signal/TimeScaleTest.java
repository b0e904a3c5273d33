package ru.garnitura.softphone.audio.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TimeScaleTest {

    private static final int RATE = 8000;
    private static final int LENGTH = 320;
    private final TimeScale timeScale = new TimeScale(RATE);

    @Test
    void silenceGivesAllThatIsAskedFor() {
        short[] silence = new short[LENGTH];

        assertThat(timeScale.shorten(silence, LENGTH, 90, false)).isEqualTo(90);
        assertThat(timeScale.shorten(silence, LENGTH, LENGTH, false)).as("the longest period").isEqualTo(RATE / 66);
        assertThat(timeScale.shorten(silence, LENGTH, RATE / 400 - 1, false)).as("less than a period").isZero();
    }

    @Test
    void aClickStaysWhateverTheHurry() {
        for (int at = 0; at < LENGTH - 8; at += 5) {
            short[] click = new short[LENGTH];
            Arrays.fill(click, at, at + 8, (short) 20_000);

            int cut = timeScale.shorten(click, LENGTH, LENGTH, true);

            int loudest = 0;
            for (int i = 0; i < LENGTH - cut; i++) {
                loudest = Math.max(loudest, click[i]);
            }
            assertThat(loudest).as("a click at %d, %d cut out", at, cut).isGreaterThan(15_000);
        }
    }

    @Test
    void aPeriodOfATuneIsTakenWhole() {
        short[] tone = Tones.sine(RATE, 200, LENGTH, 10_000);

        int cut = timeScale.shorten(tone, LENGTH, LENGTH, false);

        assertThat(cut % (RATE / 200)).isZero();
        assertThat(cut).isPositive();
        assertThat(Arrays.copyOf(tone, LENGTH - cut)).containsExactly(Arrays.copyOf(Tones.sine(RATE, 200, LENGTH, 10_000), LENGTH - cut));
    }
}
