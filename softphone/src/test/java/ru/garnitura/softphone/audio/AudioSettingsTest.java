package ru.garnitura.softphone.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AudioSettingsTest {

    @Test
    void everyDocumentedTextIsUnderstood() {
        assertThat(AudioSettings.parse("device", "file:/tmp/a.wav", "null")).isEqualTo(new AudioSettings(
                new AudioChoice.Device(), new AudioChoice.File(Path.of("/tmp/a.wav")), new AudioChoice.Silence()));
        assertThat(AudioChoice.parse("tone:440")).isEqualTo(new AudioChoice.Tone(440));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Device", "tone:", "tone:x", "file:", "tone:-1"})
    void anythingElseIsRefusedWithItsKey(String text) {
        assertThatThrownBy(() -> AudioSettings.parse(text, "null", "null"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("audio.source").hasMessageContaining(text);
    }

    @Test
    void aSinkIsNoToneAndARingerNoFile() {
        assertThatThrownBy(() -> AudioSettings.parse("null", "tone:440", "null")).hasMessageContaining("audio.sink");
        assertThatThrownBy(() -> AudioSettings.parse("null", "null", "file:a.wav")).hasMessageContaining("audio.ringer");
    }
}
