package ru.garnitura.assets;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;

/// Durations, moments, numbers and phone numbers as people read them, in the language chosen now and the clock's zone.
/// Any lane, except [#text], which belongs to the FX lane.
public final class Formats {

    private final Words words;
    private final Clock clock;

    /// @param clock tells the time and the zone in which moments are shown
    public Formats(ObservableValue<Locale> language, Clock clock) {
        this.words = Words.of(language, "formats", Formats.class);
        this.clock = clock;
    }

    /// A text that is formatted again when the language changes: `formats.text(f -> f.moment(at))`.
    public StringBinding text(Function<Formats, String> format) {
        return Bindings.createStringBinding(() -> format.apply(this), words.language());
    }

    /// `02:17`, or `1:02:17` from an hour on. Negative durations read as zero.
    public String duration(Duration duration) {
        return Durations.timer(duration);
    }

    /// `00:12:44`, hours always present, for a state that lasts.
    public String longDuration(Duration duration) {
        return Durations.clock(duration);
    }

    /// How long something waits: `02:17`, then «4 ч», then «2 дн».
    public String age(Duration duration) {
        if (duration.toHours() < 1) {
            return Durations.timer(duration);
        }
        return duration.toDays() < 1 ? words.now("age.hours", duration.toHours())
                : words.now("age.days", duration.toDays());
    }

    /// How long ago something happened: «только что», «5 мин назад», then as [#moment].
    public String ago(Instant at) {
        var minutes = Duration.between(at, clock.instant()).toMinutes();
        if (minutes < 1) {
            return words.now("ago.now");
        }
        return minutes < 60 ? words.now("ago.minutes", minutes) : moment(at);
    }

    /// `14:01`.
    public String time(Instant at) {
        var local = local(at);
        return "%02d:%02d".formatted(local.getHour(), local.getMinute());
    }

    /// `14:01` today, «вчера 18:40», «19 ноя», «19 ноя 2024».
    public String moment(Instant at) {
        var day = local(at).toLocalDate();
        return switch ((int) daysAgo(day)) {
            case 0 -> time(at);
            case 1 -> words.now("moment.yesterday", time(at));
            default -> date(day);
        };
    }

    /// «19 ноя», with the year where it is another one.
    public String date(LocalDate day) {
        var text = words.now("date.short", day.getDayOfMonth(), words.now("month.short." + day.getMonthValue()));
        return sameYear(day) ? text : words.now("date.year", text, Integer.toString(day.getYear()));
    }

    /// Title of a day in a transcript: «Сегодня», «Вчера», «19 ноября».
    public String day(LocalDate day) {
        return switch ((int) daysAgo(day)) {
            case 0 -> words.now("day.today");
            case 1 -> words.now("day.yesterday");
            default -> fullDate(day);
        };
    }

    /// The day on which a moment falls in the clock's zone.
    public LocalDate dayOf(Instant at) {
        return local(at).toLocalDate();
    }

    /// `+7 927 555-01-34` for numbers of the Russian plan; others as they come.
    public String phone(String number) {
        return PhoneText.of(number);
    }

    /// `4,3`: always that many places.
    public String decimal(double number, int places) {
        return Numbers.fixed(number, places, words.locale());
    }

    /// `4 812`.
    public String number(long number) {
        return Numbers.grouped(number, words.locale());
    }

    /// `84 %`, from a share of one.
    public String percent(double share) {
        return words.now("percent", Math.round(share * 100));
    }

    /// `1,2 МБ`, by steps of 1024.
    public String size(long bytes) {
        var unit = 0;
        var value = (double) bytes;
        for (; value >= 1024 && unit < 3; unit++) {
            value /= 1024;
        }
        var places = unit == 0 || value >= 100 ? 0 : 1;
        return words.now("size." + unit, decimal(value, places));
    }

    /// `450 ₽`, `199,50 ₽`.
    public String roubles(BigDecimal amount) {
        var whole = amount.stripTrailingZeros().scale() <= 0;
        return words.now("roubles", decimal(amount.doubleValue(), whole ? 0 : 2));
    }

    private String fullDate(LocalDate day) {
        var text = words.now("date.full", day.getDayOfMonth(), words.now("month.full." + day.getMonthValue()));
        return sameYear(day) ? text : words.now("date.year", text, Integer.toString(day.getYear()));
    }

    private boolean sameYear(LocalDate day) {
        return day.getYear() == today().getYear();
    }

    private long daysAgo(LocalDate day) {
        return Math.clamp(ChronoUnit.DAYS.between(day, today()), -1, 2);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    private ZonedDateTime local(Instant at) {
        return at.atZone(clock.getZone());
    }
}
