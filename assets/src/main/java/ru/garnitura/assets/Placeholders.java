package ru.garnitura.assets;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Puts arguments into `{0}`, `{1}`... of a text.
final class Placeholders {

    static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private Placeholders() {
    }

    static String fill(String pattern, Locale language, @Nullable Object[] args) {
        var text = new StringBuilder(pattern.length() + 16);
        var matcher = PLACE.matcher(pattern);
        var from = 0;
        while (matcher.find()) {
            var index = matcher.group(1).charAt(0) - '0';
            text.append(pattern, from, matcher.start());
            text.append(index < args.length ? shown(args[index], language) : matcher.group());
            from = matcher.end();
        }
        return text.append(pattern, from, pattern.length()).toString();
    }

    private static String shown(@Nullable Object arg, Locale language) {
        return switch (arg) {
            case null -> "";
            case Double number -> Numbers.decimal(number, language);
            case Float number -> Numbers.decimal(number, language);
            case Long number -> Numbers.grouped(number, language);
            case Integer number -> Numbers.grouped(number, language);
            default -> arg.toString();
        };
    }
}
