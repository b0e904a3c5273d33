package ru.garnitura.kb.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import ru.garnitura.kb.index.Marked.Piece;

/// What of a text is set apart on screen.
interface Highlight {

    Highlight NONE = text -> List.of(new Piece(text, false));

    /// The text in pieces, in order.
    List<Piece> pieces(String text);

    /// Everything that reads like the words, whatever their case, with one letter for e and yo.
    static Highlight find(String words) {
        var sought = folded(words.strip());
        return sought.isEmpty() ? NONE : text -> {
            var pieces = new ArrayList<Piece>();
            var folded = folded(text);
            var at = 0;
            for (var hit = folded.indexOf(sought); hit >= 0; hit = folded.indexOf(sought, at)) {
                add(pieces, text.substring(at, hit), false);
                add(pieces, text.substring(hit, hit + sought.length()), true);
                at = hit + sought.length();
            }
            add(pieces, text.substring(at), false);
            return pieces;
        };
    }

    /// Whole words of a set.
    static Highlight words(Set<String> words) {
        return text -> {
            var pieces = new ArrayList<Piece>();
            var word = Pattern.compile("\\S+").matcher(text);
            var at = 0;
            while (word.find()) {
                if (words.contains(word.group())) {
                    add(pieces, text.substring(at, word.start()), false);
                    add(pieces, word.group(), true);
                    at = word.end();
                }
            }
            add(pieces, text.substring(at), false);
            return pieces;
        };
    }

    /// How often words stand in a text, as [#find] finds them.
    static int count(String words, String text) {
        return (int) find(words).pieces(text).stream().filter(Piece::found).count();
    }

    /// As long as the text, so that offsets stay.
    private static String folded(String text) {
        var lower = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = Character.toLowerCase(text.charAt(i));
            lower.append(c == '\u0451' ? '\u0435' : c);
        }
        return lower.toString();
    }

    private static void add(List<Piece> pieces, String text, boolean found) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, found));
        }
    }
}
