package ru.garnitura.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SoundsTest {

    @ParameterizedTest
    @EnumSource(Sounds.class)
    void everySoundIsShortMonoAndAudible(Sounds sound) throws IOException, UnsupportedAudioFileException {
        try (var audio = AudioSystem.getAudioInputStream(sound.url())) {
            assertThat(audio.getFormat().getChannels()).isEqualTo(1);
            assertThat(audio.getFormat().getSampleRate()).isEqualTo(48_000);
            assertThat(audio.getFormat().getSampleSizeInBits()).isEqualTo(16);
            assertThat(audio.getFrameLength()).isBetween(48_000L / 10, 48_000L * (sound == Sounds.HOLD_MUSIC ? 20 : 4));
            assertThat(Samples.peak(audio.readAllBytes())).isBetween(0.1, 0.9);
        }
    }
}
