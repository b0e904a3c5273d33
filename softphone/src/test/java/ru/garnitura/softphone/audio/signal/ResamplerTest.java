package ru.garnitura.softphone.audio.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.garnitura.softphone.audio.ToneShare;

class ResamplerTest {

    @ParameterizedTest
    @CsvSource({"8000,48000,440", "8000,48000,3000", "48000,8000,440", "48000,8000,3000", "16000,48000,6000",
        "48000,16000,6000", "44100,48000,1000", "44100,48000,15000", "48000,44100,1000"})
    void aToneKeepsItsPitchAndLoudness(int in, int out, double hertz) {
        short[] result = resample(in, out, hertz);
        assertThat(ToneShare.of(result, out, hertz)).isGreaterThan(0.9995);
        assertThat(Level.of(result, result.length)).isCloseTo(-12.04, within(0.3));
    }

    @ParameterizedTest
    @CsvSource({"48000,8000,5000", "48000,8000,12000", "48000,16000,9500", "48000,44100,23900"})
    void whatTheLowerRateCannotCarryIsGone(int in, int out, double hertz) {
        short[] result = resample(in, out, hertz);
        assertThat(Level.of(result, result.length)).isLessThan(-12 - 45);
    }

    @Test
    void blocksJoinWithoutASeam() {
        short[] tone = Tones.sine(48_000, 440, 48_000, 8000);
        Resampler whole = new Resampler(48_000, 8000);
        Resampler pieces = new Resampler(48_000, 8000);
        short[] expected = new short[8000];
        whole.process(tone, 0, tone.length, expected);
        short[] actual = new short[8000];
        short[] block = new short[80];
        for (int at = 0; at < 100; at++) {
            pieces.process(tone, at * 480, 480, block);
            System.arraycopy(block, 0, actual, at * 80, 80);
        }
        assertThat(actual).isEqualTo(expected);
    }

    private static short[] resample(int in, int out, double hertz) {
        Resampler resampler = new Resampler(in, out);
        int length = in * 3;
        short[] result = new short[out * 3];
        resampler.process(Tones.sine(in, hertz, length, 11_585), 0, length, result);
        return Arrays.copyOfRange(result, out, out * 3);
    }
}
