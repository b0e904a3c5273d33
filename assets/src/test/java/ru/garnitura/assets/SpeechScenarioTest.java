package ru.garnitura.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpeechScenarioTest {

    @Test
    void eachCustomerSpeaksFourTimes() {
        assertThat(SpeechScenario.all()).hasSize(3).allSatisfy(scenario -> assertThat(scenario.clips()).hasSize(4));
    }

    @ParameterizedTest
    @MethodSource("clips")
    void everyClipIsAudibleAndOfSaneLength(SpeechScenario.Clip clip) throws IOException, UnsupportedAudioFileException {
        try (var audio = AudioSystem.getAudioInputStream(clip.wav())) {
            assertThat(audio.getFormat().getSampleRate()).isEqualTo(16_000);
            assertThat(audio.getFormat().getChannels()).isEqualTo(1);
            assertThat(audio.getFrameLength() / 16_000.0).isBetween(2.0, 8.0);
            assertThat(Samples.rms(audio.readAllBytes())).isBetween(-26.0, -16.0);
        }
    }

    private static Stream<SpeechScenario.Clip> clips() {
        return SpeechScenario.all().stream().flatMap(scenario -> scenario.clips().stream());
    }
}
