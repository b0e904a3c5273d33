package ru.garnitura.kb.index;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// Splits text into words of letters and digits. Text is expected composed, see [#compose].
final class Tokens {

    private static final int MAX_WORD = 60;
    private static final char YO = '\u0451';
    private static final char YE = '\u0435';

    private Tokens() {
    }

    /// The text with letters and their marks joined, so that a short i typed as two characters is one letter.
    static String compose(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    static List<Token> of(CharSequence text) {
        var tokens = new ArrayList<Token>();
        var at = 0;
        while (at < text.length()) {
            if (!Character.isLetterOrDigit(text.charAt(at))) {
                at++;
                continue;
            }
            var end = at + 1;
            while (end < text.length() && belongs(text.charAt(end))) {
                end++;
            }
            tokens.add(new Token(at, end, word(text, at, Math.min(end, at + MAX_WORD))));
            at = end;
        }
        return tokens;
    }

    /// The words alone.
    static List<String> words(CharSequence text) {
        return of(text).stream().map(Token::word).toList();
    }

    private static String word(CharSequence text, int start, int end) {
        var word = new StringBuilder(end - start);
        for (var i = start; i < end; i++) {
            var letter = Character.toLowerCase(text.charAt(i));
            if (letter == YO) {
                word.append(YE);
            } else if (Character.isLetterOrDigit(letter)) {
                word.append(letter);
            }
        }
        return word.toString();
    }

    private static boolean belongs(char c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK || c == '\u00ad';
    }
}
