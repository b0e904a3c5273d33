package ru.garnitura.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final Instant NOW = Instant.parse("2025-11-20T11:03:00Z");

    private final SimpleObjectProperty<Locale> language = new SimpleObjectProperty<>(Words.RUSSIAN);
    private final Formats formats = new Formats(language, Clock.fixed(NOW, MOSCOW));

    @ParameterizedTest
    @CsvSource({"137,02:17", "0,00:00", "-5,00:00", "3599,59:59", "3737,1:02:17"})
    void aTimerCountsMinutesAndSeconds(long seconds, String shown) {
        assertThat(formats.duration(Duration.ofSeconds(seconds))).isEqualTo(shown);
    }

    @Test
    void aLastingStateAlwaysShowsHours() {
        assertThat(formats.longDuration(Duration.ofSeconds(764))).isEqualTo("00:12:44");
    }

    @ParameterizedTest
    @CsvSource({"PT52S,00:52", "PT4H20M,4\u00a0ч", "P1DT2H,1\u00a0дн"})
    void waitingIsShownInTheCoarsestUnit(Duration waited, String shown) {
        assertThat(formats.age(waited)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"2025-11-20T11:01:00Z,14:01", "2025-11-19T15:40:00Z,вчера 18:40", "2025-11-18T15:40:00Z,18\u00a0ноя",
        "2024-05-02T10:00:00Z,2\u00a0мая 2024", "2025-11-19T21:30:00Z,00:30", "2025-11-21T10:00:00Z,21\u00a0ноя"})
    void aMomentIsAsNearAsPeopleSayIt(Instant at, String shown) {
        assertThat(formats.moment(at)).isEqualTo(shown);
    }

    @Test
    void theRecentPastIsCountedFromNow() {
        assertThat(formats.ago(NOW.minusSeconds(20))).isEqualTo("только что");
        assertThat(formats.ago(NOW.minusSeconds(300))).isEqualTo("5\u00a0мин назад");
        assertThat(formats.ago(NOW.minusSeconds(7200))).isEqualTo("12:03");
    }

    @Test
    void daysHaveTitles() {
        assertThat(formats.day(LocalDate.of(2025, 11, 20))).isEqualTo("Сегодня");
        assertThat(formats.day(LocalDate.of(2025, 11, 19))).isEqualTo("Вчера");
        assertThat(formats.day(LocalDate.of(2025, 11, 2))).isEqualTo("2\u00a0ноября");
        assertThat(formats.day(LocalDate.of(2023, 1, 9))).isEqualTo("9\u00a0января 2023");
    }

    @ParameterizedTest
    @CsvSource({"+79275550134", "89275550134", "79275550134", "8 (927) 555-01-34"})
    void russianNumbersAreGrouped(String number) {
        assertThat(formats.phone(number)).isEqualTo("+7\u00a0927\u00a0555\u201101\u201134");
    }

    @ParameterizedTest
    @CsvSource({"101", "+358401234567", "+7 937 ••• •• 18", "anonymous"})
    void otherNumbersStayAsTheyCome(String number) {
        assertThat(formats.phone(number)).isEqualTo(number);
    }

    @Test
    void figuresFollowTheLanguage() {
        assertThat(formats.decimal(4.3, 1)).isEqualTo("4,3");
        assertThat(formats.number(4812)).isEqualTo("4\u202f812");
        assertThat(formats.percent(0.84)).isEqualTo("84\u00a0%");
        assertThat(formats.size(1_258_291)).isEqualTo("1,2\u00a0МБ");
        assertThat(formats.size(900)).isEqualTo("900\u00a0Б");
        assertThat(formats.roubles(new BigDecimal("450.00"))).isEqualTo("450\u00a0₽");
        assertThat(formats.roubles(new BigDecimal("1199.5"))).isEqualTo("1\u202f199,50\u00a0₽");
        language.set(Words.ENGLISH);
        assertThat(formats.decimal(4.3, 1)).isEqualTo("4.3");
        assertThat(formats.percent(0.84)).isEqualTo("84%");
    }

    @Test
    void aFormattedTextFollowsTheLanguage() {
        var text = formats.text(f -> f.moment(NOW.minus(Duration.ofDays(1))));

        assertThat(text.get()).isEqualTo("вчера 14:03");
        language.set(Words.ENGLISH);
        assertThat(text.get()).isEqualTo("yesterday 14:03");
    }
}
