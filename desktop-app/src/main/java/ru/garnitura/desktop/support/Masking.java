package ru.garnitura.desktop.support;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/// Takes out of technical text what could name a person: addresses, long numbers, everything in Cyrillic (logs are
/// English), what stands in quotation marks, and capitalised Latin words that stand side by side, as names do.
final class Masking {

    private static final Pattern ADDRESS = Pattern.compile("(?i)(?<![\\w.])(?:(?:sips?|tel|mailto):)?[\\w.+%*#!~-]{1,128}@");
    private static final Pattern TEL = Pattern.compile("(?i)\\b(tel|sips?):[^\\s;,<>@]+");
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d(?:[\\s().\\u00a0\\u2010-\\u2013-]?\\d){4,}");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]{0,500}\"|\u00ab[^\u00bb]{0,500}\u00bb|\u201c[^\u201d]{0,500}\u201d");
    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}[\\p{IsCyrillic}\\p{M}]*+");
    /// "Irina Sokolova", "I. P. Sokolova", "Sokolova I.P."; the last part of a class name is none.
    private static final Pattern NAME = Pattern.compile("(?<![\\w.$])(?:(?:\\p{Lu}\\.\\s?){1,2}\\p{Lu}\\p{Ll}+|\\p{Lu}\\p{Ll}+"
            + "(?:[ -](?:\\p{Lu}\\p{Ll}+|\\p{Lu}\\.(?:\\s?\\p{Lu}\\.)?))+)(?![\\w$(])");
    private static final Pattern TIME = Pattern.compile("^\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d[,.]\\d{3}");

    private Masking() {
    }

    /// One line; the time it begins with stays.
    static String line(String line) {
        var time = TIME.matcher(line);
        int from = time.find() ? time.end() : 0;
        return line.substring(0, from) + text(line.substring(from));
    }

    /// One value; a time stays.
    static String value(String value) {
        try {
            return Instant.parse(value).toString();
        } catch (DateTimeParseException _) {
            return text(value);
        }
    }

    static String text(String text) {
        String masked = QUOTED.matcher(text).replaceAll("\"*\"");
        masked = ADDRESS.matcher(masked).replaceAll("*@");
        masked = TEL.matcher(masked).replaceAll("$1:*");
        masked = CYRILLIC.matcher(masked).replaceAll("*");
        masked = NAME.matcher(masked).replaceAll("*");
        return NUMBER.matcher(masked).replaceAll("#");
    }
}
