package ru.garnitura.desktop.ui.wrapup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.garnitura.assets.Words;
import ru.garnitura.desktop.link.policy.Topic;

class TopicSearchTest {

    @ParameterizedTest
    @CsvSource({
        "нет инт,          ru, t-home-down",
        "интернет низк,    ru, t-home-slow",
        "НЕСОВЕРШ,         ru, t-minor",
        "счет,             ru, t-accounts",
        "minor transfer,   en, t-minor",
        "крокодил,         ru, ''",
    })
    void theFirstLeafFitsWhatIsTyped(String typed, String language, String first) {
        assertThat(leaves(typed, Locale.of(language)).stream().findFirst().orElse("")).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"'', 4", "интернет, 2", "  , 4"})
    void aGroupsNameFindsAllOfIt(String typed, int count) {
        assertThat(leaves(typed == null ? "" : typed, Words.RUSSIAN)).hasSize(count);
    }

    private static List<String> leaves(String typed, Locale language) {
        return TopicSearch.of(typed, language).in(Topics.choices().topics()).stream().flatMap(TopicSearch::all)
                .filter(Topic::isLeaf).map(Topic::id).toList();
    }
}
