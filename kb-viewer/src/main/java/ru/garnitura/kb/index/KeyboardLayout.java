package ru.garnitura.kb.index;

import java.util.Locale;

/// What the same keys type in the other layout: ЙЦУКЕН and QWERTY.
final class KeyboardLayout {

    private static final String LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
    private static final String CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбюё";

    private KeyboardLayout() {
    }

    /// Each character by the key it stands on; by the layout that has the first letter. What stands on no such key stays.
    static String other(String typed) {
        var lower = typed.toLowerCase(Locale.ROOT);
        var fromLatin = lower.chars().filter(Character::isLetter).findFirst().orElse('a') < 'а';
        var from = fromLatin ? LATIN : CYRILLIC;
        var to = fromLatin ? CYRILLIC : LATIN;
        var result = new StringBuilder(lower.length());
        for (var i = 0; i < lower.length(); i++) {
            var key = from.indexOf(keyOf(lower.charAt(i)));
            result.append(key < 0 ? lower.charAt(i) : to.charAt(key));
        }
        return result.toString();
    }

    private static char keyOf(char c) {
        return switch (c) {
            case '{' -> '[';
            case '}' -> ']';
            case ':' -> ';';
            case '"' -> '\'';
            case '<' -> ',';
            case '>' -> '.';
            case '~' -> '`';
            default -> c;
        };
    }
}
