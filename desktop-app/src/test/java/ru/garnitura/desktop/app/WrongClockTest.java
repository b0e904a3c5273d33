package ru.garnitura.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.garnitura.assets.Words;
import ru.garnitura.desktop.ui.Appearance;
import ru.garnitura.desktop.ui.notice.Notice;

class WrongClockTest {

    private static final Instant SERVER = Instant.parse("2026-11-22T11:00:00Z");

    private final SimpleObjectProperty<Locale> language = new SimpleObjectProperty<>(Words.RUSSIAN);

    private Optional<Notice> notice(long secondsAhead) {
        return new WrongClock(InstantSource.fixed(SERVER.plusSeconds(secondsAhead)), InstantSource.fixed(SERVER))
                .notice(Words.of(language, "desktop", Appearance.class));
    }

    @ParameterizedTest
    @CsvSource({"0", "299", "300", "-300"})
    void aClockThatIsAboutRightIsNotSpokenOf(long ahead) {
        assertThat(notice(ahead)).isEmpty();
    }

    @Test
    void aClockThatIsFarAheadOrBehindIsNamedWithItsMinutes() {
        var ahead = notice(3_600).orElseThrow().text();
        var behind = notice(-86_400).orElseThrow().text();

        assertThat(ahead.getValue()).contains("спешат", "60");
        assertThat(behind.getValue()).contains("отстают", "1440");
        language.set(Words.ENGLISH);
        assertThat(ahead.getValue()).contains("fast", "60");
    }
}
