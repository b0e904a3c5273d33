package ru.garnitura.desktop.training;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How fast a simulated person reads and types, with a little chance in it.
///
/// @param readingPerChar time to read one character
/// @param typingPerChar  time to type one character
public record Pace(Duration readingPerChar, Duration typingPerChar, RandomGenerator random) {

    /// About 1,000 characters a minute read, 400 typed.
    public static Pace human(RandomGenerator random) {
        return new Pace(Duration.ofMillis(25), Duration.ofMillis(70), random);
    }

    void reading(String text) throws InterruptedException {
        Thread.sleep(spread(readingPerChar, text));
    }

    void typing(String text) throws InterruptedException {
        Thread.sleep(spread(typingPerChar, text));
    }

    private Duration spread(Duration perChar, String text) {
        long base = perChar.toMillis() * Math.min(120, text.length());
        return Duration.ofMillis(base / 2 + random.nextLong(base + 1));
    }
}
