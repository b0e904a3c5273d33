package ru.garnitura.softphone.media.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import ru.garnitura.softphone.audio.signal.Level;
import ru.garnitura.softphone.audio.signal.Tones;

class PitchConcealmentTest {

    private final PitchConcealment concealment = new PitchConcealment(8000);
    private final short[] tone = Tones.sine(8000, 200, 1600, 10_000);

    @Test
    void aLostPacketOfAToneGoesOnAsTheTone() {
        short[] before = Arrays.copyOf(tone, 800);
        concealment.heard(before, 800);
        short[] gap = new short[160];
        concealment.conceal(gap, 160);
        double error = 0;
        double energy = 0;
        for (int i = 0; i < 160; i++) {
            error += Math.pow(gap[i] - tone[800 + i], 2);
            energy += Math.pow(tone[800 + i], 2);
        }
        assertThat(error / energy).isLessThan(0.05);
    }

    @Test
    void aLongGapFadesToSilence() {
        concealment.heard(tone.clone(), 1600);
        short[] gap = new short[80];
        for (int i = 0; i < 12; i++) {
            concealment.conceal(gap, 80);
        }
        assertThat(Level.of(gap, 80)).isLessThan(-90);
    }

    @Test
    void realSoundComesBackWithoutAClick() {
        concealment.heard(Arrays.copyOf(tone, 800), 800);
        short[] gap = new short[160];
        concealment.conceal(gap, 160);
        short[] after = Arrays.copyOfRange(tone, 1000, 1160);
        concealment.heard(after, 160);
        assertThat(Math.abs(after[0] - gap[159])).isLessThan(2500);
    }

    @Test
    void aGapKnownFromBothEndsIsClosedInPhase() {
        short[] tone = Tones.sine(8000, 210, 8000, 10_000);
        PitchConcealment concealment = new PitchConcealment(8000);
        concealment.heard(Arrays.copyOfRange(tone, 0, 4000), 4000);
        short[] made = new short[480];
        concealment.bridge(made, 160, Arrays.copyOfRange(tone, 4160, 4320), 160);
        double error = 0;
        double energy = 0;
        for (int i = 0; i < 160; i++) {
            error += Math.pow(made[i] - tone[4000 + i], 2);
            energy += Math.pow(tone[4000 + i], 2);
        }
        assertThat(error / energy).isLessThan(0.05);
    }

    @Test
    void aBridgeTakesOnTheLoudnessOfWhatFollows() {
        short[] quiet = new short[160];
        PitchConcealment concealment = new PitchConcealment(8000);
        concealment.heard(Tones.sine(8000, 210, 4000, 10_000), 4000);
        short[] made = new short[480];
        concealment.bridge(made, 320, quiet, 160);
        assertThat(Math.abs(made[319])).isLessThan((short) 2000);
    }
}
