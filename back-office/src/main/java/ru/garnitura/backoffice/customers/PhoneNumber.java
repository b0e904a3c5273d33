package ru.garnitura.backoffice.customers;

import java.util.Optional;

/// Phone numbers as people write them, brought to E.164. Russian by default: 8 and a bare ten digits become +7.
public final class PhoneNumber {
    private static final int NATIONAL = 10;
    private static final int LONGEST = 15;

    private PhoneNumber() {}

    public static Optional<String> normalise(String written) {
        var digits = new StringBuilder();
        written.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        boolean international = written.strip().startsWith("+");
        if (digits.length() < NATIONAL || digits.length() > LONGEST) {
            return Optional.empty();
        }
        if (!international && digits.length() == NATIONAL) {
            return Optional.of("+7" + digits);
        }
        if (!international && digits.length() == NATIONAL + 1 && digits.charAt(0) == '8') {
            return Optional.of("+7" + digits.substring(1));
        }
        return Optional.of("+" + digits);
    }
}
