package ru.garnitura.assets;

/// Groups the figures of a Russian phone number; leaves masked, short and foreign numbers as they are.
final class PhoneText {

    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final char NO_BREAK_HYPHEN = '\u2011';

    private PhoneText() {
    }

    static String of(String number) {
        var figures = number.replaceAll("[\\s()\\-\u2011\u00a0.]", "");
        return figures.matches("(\\+?7|8)\\d{10}") ? grouped(figures.substring(figures.length() - 10)) : number;
    }

    private static String grouped(String ten) {
        return "+7" + NO_BREAK_SPACE + ten.substring(0, 3) + NO_BREAK_SPACE + ten.substring(3, 6) + NO_BREAK_HYPHEN
                + ten.substring(6, 8) + NO_BREAK_HYPHEN + ten.substring(8);
    }
}
