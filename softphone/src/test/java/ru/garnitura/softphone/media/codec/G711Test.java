package ru.garnitura.softphone.media.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ru.garnitura.softphone.audio.ToneShare;
import ru.garnitura.softphone.audio.signal.Tones;

class G711Test {

    @Test
    void theTablesAgreeWithTheStandard() {
        assertThat(G711.MU_LAW.expand((byte) 0xff)).isZero();
        assertThat(G711.MU_LAW.expand((byte) 0x00)).isEqualTo((short) -32_124);
        assertThat(G711.MU_LAW.expand((byte) 0x80)).isEqualTo((short) 32_124);
        assertThat(G711.A_LAW.expand((byte) 0xd5)).isEqualTo((short) 8);
        assertThat(G711.A_LAW.expand((byte) 0x2a)).isEqualTo((short) -32_256);
    }

    @ParameterizedTest
    @EnumSource(names = {"PCMA", "PCMU"})
    void everyCodeSurvivesTheRoundTrip(PayloadFormat format) {
        AudioCodec codec = format.open();
        byte[] codes = new byte[256];
        short[] pcm = new short[256];
        for (int code = 0; code < 256; code++) {
            codes[code] = (byte) code;
        }
        codec.decode(codes, 256, pcm);
        byte[] again = new byte[256];
        codec.encode(pcm, 256, again, 0);
        short[] second = new short[256];
        codec.decode(again, 256, second);
        assertThat(second).isEqualTo(pcm);
    }

    @ParameterizedTest
    @EnumSource(names = {"PCMA", "PCMU"})
    void aToneComesThroughClean(PayloadFormat format) {
        AudioCodec codec = format.open();
        short[] tone = Tones.sine(8000, 440, 8000, 10_000);
        byte[] coded = new byte[8000];
        short[] pcm = new short[8000];
        codec.decode(coded, codec.encode(tone, 8000, coded, 0), pcm);
        assertThat(ToneShare.of(pcm, 8000, 440)).isGreaterThan(0.999);
    }
}
