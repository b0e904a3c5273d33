package ru.garnitura.sessions.store;

/// Part of a telephone number as people begin to write it.
final class PartOfNumber {

    /// Fewer digits fit too many.
    private static final int LEAST_DIGITS = 3;

    private PartOfNumber() {
    }

    /// Digits that stand in a row in a number of the copy; the first 8 or 7 of a Russian number says nothing. Empty for
    /// what is no number, or for too little of one.
    static String in(String written) {
        if (!written.matches("[+\\d\\s().-]*")) {
            return "";
        }
        String digits = written.replaceAll("\\D", "");
        String rest = digits.length() > LEAST_DIGITS && (digits.startsWith("8") || digits.startsWith("7"))
                ? digits.substring(1) : digits;
        return rest.length() < LEAST_DIGITS ? "" : rest;
    }
}
