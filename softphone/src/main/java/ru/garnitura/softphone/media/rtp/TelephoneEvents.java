package ru.garnitura.softphone.media.rtp;

/// Keypad digits as event codes (RFC 4733, section 3.2).
public final class TelephoneEvents {

    private static final String DIGITS = "0123456789*#ABCD";

    private TelephoneEvents() {
    }

    /// The event code of a digit, -1 for any other character.
    public static int code(char digit) {
        return DIGITS.indexOf(digit);
    }

    static boolean isDigit(int code) {
        return code < DIGITS.length();
    }

    static char digit(int code) {
        return DIGITS.charAt(code);
    }
}
