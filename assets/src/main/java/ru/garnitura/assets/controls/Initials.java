package ru.garnitura.assets.controls;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The letters that stand for a name.
final class Initials {

    private static final int MOST = 2;

    private Initials() {
    }

    /// First letters of the first two words that begin with a letter; a `?` where there is none.
    static String of(String name) {
        var letters = Stream.of(name.strip().split("[\\s\\u00a0«»\"]+"))
                .filter(word -> !word.isEmpty() && Character.isLetter(word.codePointAt(0)))
                .limit(MOST)
                .map(word -> Character.toString(word.codePointAt(0)).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining());
        return letters.isEmpty() ? "?" : letters;
    }
}
