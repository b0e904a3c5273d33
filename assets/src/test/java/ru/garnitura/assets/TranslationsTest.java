package ru.garnitura.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranslationsTest {

    @Test
    void formatsAreCompleteInBothLanguages() throws IOException {
        assertThat(Translations.of(Words.class, "formats").problems()).isEmpty();
    }

    @Test
    void everyKindOfMistakeIsFound() throws IOException {
        var checked = Translations.of(Words.class, "formats");
        var russian = Bundle.parse("ru", List.of("a=Раз {0}", "b=Два", "b=Два!", "n.one={0} чат", "n.few={0} чата"));
        var english = Bundle.parse("en", List.of("a=One", "b=Дwo", "n.one={0} chat", "n.other={0} chats", "c=Three"));

        checked.compare(russian, english);

        assertThat(checked.found()).containsExactlyInAnyOrder("ru: c is missing", "ru: b is there twice",
                "ru: n lacks the form many", "ru: a has other places for arguments than en",
                "ru: b has an exclamation mark or straight quotes", "en: b has Russian letters");
    }

    @Test
    void unusedAndUnknownKeysAreFound() throws IOException {
        assertThat(Translations.of(TranslationsTest.class, "planted").problems())
                .contains("planted_ru.properties: planted.unused is unused", "day.today has no text");
    }
}
