package ru.garnitura.assets;

import java.util.Locale;

/// Grammatical number, by the plural rules of Unicode CLDR for Russian and English.
enum PluralForm {
    ONE, FEW, MANY, OTHER;

    static PluralForm of(Number number, Locale language) {
        if (number.doubleValue() != number.longValue()) {
            return OTHER;
        }
        var count = Math.abs(number.longValue());
        return Words.RUSSIAN.equals(language) ? russian(count) : english(count);
    }

    String suffix() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    private static PluralForm english(long count) {
        return count == 1 ? ONE : OTHER;
    }

    private static PluralForm russian(long count) {
        var last = count % 10;
        var teens = count % 100 / 10 == 1;
        if (last == 1 && !teens) {
            return ONE;
        }
        return last >= 2 && last <= 4 && !teens ? FEW : MANY;
    }
}
