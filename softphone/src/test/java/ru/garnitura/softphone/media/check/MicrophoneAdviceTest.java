package ru.garnitura.softphone.media.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MicrophoneAdviceTest {

    @ParameterizedTest
    @CsvSource({
        "-24, -60,   0, GOOD",
        "-127, -127, 0, SILENT",
        "-70, -80,   0, SILENT",
        "-45, -70,   0, TOO_QUIET",
        "-6, -50,    0, TOO_LOUD",
        "-20, -60,  40, TOO_LOUD",
        "-24, -34,   0, NOISY",
        "-24, -45,   0, GOOD",
        "-45, -50,   0, NOISY"})
    void adviceFollowsTheLoudnessOfVoiceAndPause(double voice, double pause, int clipped, MicrophoneAdvice advice) {
        double[] levels = new double[500];
        Arrays.fill(levels, pause);
        Arrays.fill(levels, 0, 250, voice);
        assertThat(MicrophoneAdvice.of(levels, clipped)).isEqualTo(advice);
    }
}
