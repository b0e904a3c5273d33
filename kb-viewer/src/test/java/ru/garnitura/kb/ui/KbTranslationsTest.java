package ru.garnitura.kb.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import ru.garnitura.assets.Translations;

class KbTranslationsTest {

    @Test
    void theBaseSpeaksBothLanguages() throws IOException {
        assertThat(Translations.of(KbView.class, "kb", "study").problems()).isEmpty();
    }
}
