package ru.garnitura.assets;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/// Figures as each language writes them: thin no-break space and comma in Russian, comma and point in English.
final class Numbers {

    private static final char NARROW_NO_BREAK_SPACE = '\u202f';

    private Numbers() {
    }

    static String grouped(long number, Locale language) {
        return format("#,##0", language).format(number);
    }

    /// At most two places, none where they would be zero.
    static String decimal(double number, Locale language) {
        return format("#,##0.##", language).format(number);
    }

    static String fixed(double number, int places, Locale language) {
        return format(places == 0 ? "#,##0" : "#,##0." + "0".repeat(places), language).format(number);
    }

    private static DecimalFormat format(String pattern, Locale language) {
        var russian = Words.RUSSIAN.equals(language);
        var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(russian ? NARROW_NO_BREAK_SPACE : ',');
        symbols.setDecimalSeparator(russian ? ',' : '.');
        symbols.setMinusSign('\u2013');
        return new DecimalFormat(pattern, symbols);
    }
}
