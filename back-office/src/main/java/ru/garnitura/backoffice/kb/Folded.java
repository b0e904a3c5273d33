package ru.garnitura.backoffice.kb;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Words as the editors' search compares them: lower case, `ё` as `е`, without their endings.
public final class Folded {
    private static final Pattern BREAKS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int MOST_WORDS = 12;
    private static final int MIDDLE_WORD = 5;
    private static final int LONG_WORD = 7;
    private static final int ENDING = 2;

    private Folded() {}

    public static String text(String text) {
        return text.toLowerCase(Locale.ROOT).replace('\u0451', '\u0435');
    }

    /// The beginnings of the words asked for.
    public static List<String> stems(String query) {
        return BREAKS.splitAsStream(text(query))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(Folded::stem)
                .toList();
    }

    private static String stem(String word) {
        int ending = word.length() > LONG_WORD ? ENDING + 1 : word.length() > MIDDLE_WORD ? ENDING : 0;
        return word.substring(0, word.length() - ending);
    }
}
