package ru.garnitura.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.MissingResourceException;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    private final SimpleObjectProperty<Locale> language = new SimpleObjectProperty<>(Words.RUSSIAN);
    private final Words words = Words.of(language, "sample", WordsTest.class);

    @ParameterizedTest
    @CsvSource({"0,статей", "1,статья", "2,статьи", "5,статей", "11,статей", "12,статей", "21,статья", "104,статьи",
        "111,статей", "1001,статья"})
    void russianCountsHaveThreeForms(long count, String word) {
        assertThat(words.now("articles", count)).endsWith(word);
    }

    @Test
    void englishCountsHaveTwoForms() {
        language.set(Words.ENGLISH);

        assertThat(words.now("articles", 1)).isEqualTo("1 article");
        assertThat(words.now("articles", 4812)).isEqualTo("4,812 articles");
    }

    @Test
    void aBindingFollowsLanguageAndArguments() {
        var count = new SimpleObjectProperty<>(2);
        var text = words.text("articles", count);

        assertThat(text.get()).isEqualTo("2 статьи");
        count.set(5);
        assertThat(text.get()).isEqualTo("5 статей");
        language.set(Words.ENGLISH);
        assertThat(text.get()).isEqualTo("5 articles");
    }

    @Test
    void wholeNumbersAreGroupedAndFractionsTakeAComma() {
        assertThat(words.now("articles", 4812)).isEqualTo("4\u202f812 статей");
        assertThat(words.now("greeting", 4.3)).isEqualTo("Это 4,3, 'да'");
    }

    @Test
    void anUnknownKeySaysWhichAndWhere() {
        assertThatThrownBy(() -> words.now("no.such")).isInstanceOf(MissingResourceException.class)
                .hasMessage("No text no.such in sample_ru");
    }

    @Test
    void anyOtherLanguageReadsEnglish() {
        language.set(Locale.FRENCH);

        assertThat(words.now("greeting", "x")).isEqualTo("This is x, 'yes'");
    }
}
