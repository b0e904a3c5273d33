package ru.garnitura.sessions.customer;

import java.util.Optional;

/// A phone number as E.164 (`+79275550134`).
public record PhoneNumber(String e164) {

    private static final int RUSSIAN_LENGTH = 11;
    private static final int LOCAL_LENGTH = 10;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 15;

    /// Reads a number as people and exchanges write it: `8 927 555-01-34`, `+7 (927) 5550134`, `9275550134`,
    /// `007...`. A national 8 becomes +7. Short numbers (`0770`, `101`) stay as they are. Empty when there are no
    /// digits to dial, or more than E.164 allows.
    public static Optional<PhoneNumber> parse(String text) {
        String digits = digitsOf(text);
        if (digits.length() < SHORTEST || digits.length() > LONGEST + 2) {
            return Optional.empty();
        }
        boolean international = text.strip().startsWith("+");
        if (!international && digits.startsWith("00")) {
            return parse("+" + digits.substring(2));
        }
        if (digits.length() > LONGEST) {
            return Optional.empty();
        }
        return Optional.of(new PhoneNumber(international ? "+" + digits : national(digits)));
    }

    private static String national(String digits) {
        if (digits.length() == RUSSIAN_LENGTH && (digits.charAt(0) == '8' || digits.charAt(0) == '7')) {
            return "+7" + digits.substring(1);
        }
        if (digits.length() == LOCAL_LENGTH && digits.charAt(0) == '9') {
            return "+7" + digits;
        }
        return digits.length() > LOCAL_LENGTH ? "+" + digits : digits;
    }

    private static String digitsOf(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        text.codePoints().limit(64).filter(Character::isDigit)
                .forEach(c -> digits.append(Character.digit(c, 10)));
        return digits.toString();
    }
}
