package ru.garnitura.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import ru.garnitura.assets.Translations;
import ru.garnitura.sessions.ui.Look;

class TranslationsTest {

    @Test
    void textsAreCompleteInBothLanguages() throws IOException {
        assertThat(Translations.of(Look.class, "sessions").problems()).isEmpty();
    }
}
