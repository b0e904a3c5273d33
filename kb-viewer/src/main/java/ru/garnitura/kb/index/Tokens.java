package ru.garnitura.kb.index;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// Splits text into words of letters and digits. Text is expected composed, see [#compose].
final class Tokens {

    private static final int MAX_WORD = 60;
    private static final char YO = '\u0451';
    private static final char YE = '\u0435';
    private static final char SOFT_HYPHEN = '\u00ad';
    /// What each letter or digit of the usual scripts is read as, 0 for all else.
    private static final char[] FOLDED = folded('\u0530');

    private Tokens() {
    }

    /// The text with letters and their marks joined, so that a short i typed as two characters is one letter.
    static String compose(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    static List<Token> of(CharSequence text) {
        var tokens = new ArrayList<Token>();
        var letters = new char[MAX_WORD];
        var at = 0;
        while (at < text.length()) {
            if (read(text.charAt(at)) == 0) {
                at++;
                continue;
            }
            var end = at + 1;
            while (end < text.length() && belongs(text.charAt(end))) {
                end++;
            }
            tokens.add(new Token(at, end, word(text, at, Math.min(end, at + MAX_WORD), letters)));
            at = end;
        }
        return tokens;
    }

    /// The words alone.
    static List<String> words(CharSequence text) {
        return of(text).stream().map(Token::word).toList();
    }

    private static String word(CharSequence text, int start, int end, char[] letters) {
        var length = 0;
        for (var i = start; i < end; i++) {
            var letter = read(text.charAt(i));
            if (letter != 0) {
                letters[length++] = letter;
            }
        }
        return new String(letters, 0, length);
    }

    private static boolean belongs(char c) {
        return read(c) != 0 || c == SOFT_HYPHEN || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static char read(char c) {
        return c < FOLDED.length ? FOLDED[c] : fold(c);
    }

    private static char fold(char c) {
        var letter = Character.toLowerCase(c);
        return !Character.isLetterOrDigit(c) || !Character.isLetterOrDigit(letter) ? 0 : letter == YO ? YE : letter;
    }

    private static char[] folded(char end) {
        var folded = new char[end];
        for (char c = 0; c < end; c++) {
            folded[c] = fold(c);
        }
        return folded;
    }
}
