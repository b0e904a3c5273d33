package ru.garnitura.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaunchOptionsTest {

    private static final Path HOME = Path.of("/home/someone/.garnitura");

    private static LaunchOptions parse(String line) {
        return LaunchOptions.parse(line.isBlank() ? List.of() : List.of(line.split(" ")), HOME);
    }

    @Test
    void nothingGivenLeavesEverythingToTheConfiguration() {
        assertThat(parse("")).isEqualTo(new LaunchOptions(null, HOME, null, null, null, null, null, null, null));
    }

    @Test
    void everythingGivenIsTaken() {
        LaunchOptions options = parse("--config a.json --data /d --server https://bo.example --sip sip:101@example.com"
                + " --role lead tel:+79275550134 --local-api 0 --lang en --theme contrast");

        assertThat(options).isEqualTo(new LaunchOptions(Path.of("a.json"), Path.of("/d"), "https://bo.example",
                "sip:101@example.com", "lead", "tel:+79275550134", 0, "en", "contrast"));
    }

    @Test
    void theDataFolderIsAbsolute() {
        assertThat(parse("--data some/../folder").data()).isAbsolute().endsWithRaw(Path.of("folder"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--colour red          | --colour",
        "stray                 | stray",
        "--server              | --server",
        "--role boss           | boss",
        "--lang de             | de",
        "--theme pink          | pink",
        "--local-api 65536     | 65536",
        "--local-api -1        | -1",
        "--local-api port      | port",
        "--local-api 123456    | 123456"
    })
    void whatIsWrongIsNamedInOneLine(String line, String culprit) {
        assertThatThrownBy(() -> parse(line))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(culprit)
                .message().doesNotContain("\n");
    }
}
