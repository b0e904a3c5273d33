package ru.garnitura.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import ru.garnitura.assets.Translations;

class TranslationsTest {

    @Test
    void everyTextIsThereInBothLanguagesAndUsed() throws IOException {
        assertThat(Translations.of(Appearance.class, "desktop").problems()).isEmpty();
    }
}
