package ru.garnitura.softphone.media.mixer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GainMatrixTest {

    private final GainMatrix matrix = new GainMatrix(3, 480);
    private final short[][] mouths = new short[3][480];
    private final short[] heard = new short[480];

    @Test
    void whoIsNotJoinedHearsNothing() {
        Arrays.fill(mouths[1], (short) 1000);
        matrix.mix(0, mouths, heard);
        assertThat(heard).containsOnly(0);
    }

    @Test
    void everyoneHearsTheSumOfTheOthers() {
        Arrays.fill(mouths[1], (short) 1000);
        Arrays.fill(mouths[2], (short) 300);
        matrix.gain(0, 1, 1);
        matrix.gain(0, 2, 0.5f);
        matrix.mix(0, mouths, heard);
        matrix.mix(0, mouths, heard);
        assertThat(heard).containsOnly(1150);
    }

    @Test
    void aChangeIsSpreadOverAFrame() {
        Arrays.fill(mouths[1], (short) 10_000);
        matrix.gain(0, 1, 1);
        matrix.mix(0, mouths, heard);
        assertThat(heard[0]).isLessThan((short) 100);
        assertThat(heard[479]).isGreaterThan((short) 9900);
    }

    @Test
    void tooMuchIsClippedAndNotWrapped() {
        Arrays.fill(mouths[1], (short) 30_000);
        Arrays.fill(mouths[2], (short) 30_000);
        matrix.gain(0, 1, 1);
        matrix.gain(0, 2, 1);
        matrix.mix(0, mouths, heard);
        matrix.mix(0, mouths, heard);
        assertThat(heard).containsOnly(Short.MAX_VALUE);
    }

    @Test
    void aPortThatLeftIsNotHeard() {
        Arrays.fill(mouths[1], (short) 1000);
        matrix.gain(0, 1, 1);
        matrix.mix(0, mouths, heard);
        matrix.clear(1);
        matrix.mix(0, mouths, heard);
        assertThat(heard).containsOnly(0);
    }
}
