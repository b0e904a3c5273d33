package ru.garnitura.assets;

import java.time.Duration;

/// Figures of a running timer; the same in every language.
final class Durations {

    private Durations() {
    }

    static String timer(Duration duration) {
        var shown = notNegative(duration);
        return shown.toHours() == 0 ? "%02d:%02d".formatted(shown.toMinutesPart(), shown.toSecondsPart())
                : "%d:%02d:%02d".formatted(shown.toHours(), shown.toMinutesPart(), shown.toSecondsPart());
    }

    static String clock(Duration duration) {
        var shown = notNegative(duration);
        return "%02d:%02d:%02d".formatted(shown.toHours(), shown.toMinutesPart(), shown.toSecondsPart());
    }

    private static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
