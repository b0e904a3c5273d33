package ru.garnitura.softphone.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import ru.garnitura.assets.Translations;

class TranslationsTest {

    @Test
    void everyTextIsThereInBothLanguagesAndInUse() throws IOException {
        assertThat(Translations.of(SoftphoneUi.class, "softphone").problems()).isEmpty();
    }
}
