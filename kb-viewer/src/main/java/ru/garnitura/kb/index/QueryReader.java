package ru.garnitura.kb.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import ru.garnitura.kb.index.QueryWord.Meaning;
import ru.garnitura.kb.index.Understanding.Cause;

/// Reads what was typed, piece by piece between blanks: in the layout that makes sense, both ways where both do, and
/// with the spelling of words nobody wrote mended. The layout is repaired before a piece is split into words, since a
/// comma may be a letter.
final class QueryReader {

    private static final Pattern QUOTED = Pattern.compile("[\"«„“]([^\"»“”]+)[\"»“”]");
    private static final int MAX_PIECES = 12;
    private static final int MAX_TYPED = 300;
    private static final int GUESSES = 3;
    private static final int SURE_LAYOUT = 3;
    private static final double SURE_GUESS = 0.85;
    private static final double OTHER_READING = 0.7;

    private final Vocabulary vocabulary;

    QueryReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    Reading read(String typed) {
        var text = Tokens.compose(typed.length() > MAX_TYPED ? typed.substring(0, MAX_TYPED) : typed);
        var phrases = new ArrayList<List<String>>();
        var quoted = QUOTED.matcher(text);
        var rest = quoted.replaceAll(match -> {
            phrases.add(Tokens.words(match.group(1)));
            return " ";
        });
        var finished = rest.isBlank() || Character.isWhitespace(rest.charAt(rest.length() - 1));
        return read(rest.strip().split("\\s+"), finished, phrases);
    }

    private Reading read(String[] pieces, boolean finished, List<List<String>> phrases) {
        var words = new ArrayList<QueryWord>();
        var shown = new ArrayList<String>();
        var causes = EnumSet.noneOf(Cause.class);
        var both = false;
        for (var i = 0; i < Math.min(pieces.length, MAX_PIECES); i++) {
            var last = !finished && i == pieces.length - 1;
            var piece = read(pieces[i], last);
            words.addAll(piece.words());
            shown.add(piece.shown());
            causes.addAll(piece.causes());
            both |= piece.both();
        }
        return new Reading(withoutStopWords(words), phrases,
                new Understanding(String.join(" ", shown), List.copyOf(causes), both));
    }

    private static List<QueryWord> withoutStopWords(List<QueryWord> words) {
        var rest = words.stream().filter(QueryReader::tellsSomething).toList();
        return rest.isEmpty() ? words : rest;
    }

    /// A single letter after other words says nothing yet.
    private static boolean tellsSomething(QueryWord word) {
        var said = word.meanings().getFirst().word();
        return word.unfinished() ? said.length() > 1 : !StopWords.has(said);
    }

    /// A piece as read.
    private record Piece(List<QueryWord> words, String shown, Set<Cause> causes, boolean both) {
    }

    private Piece read(String typed, boolean last) {
        var asTyped = Tokens.words(typed);
        var swapped = swap(typed);
        var typedKnown = known(asTyped, last);
        var swappedKnown = !swapped.words().isEmpty() && known(swapped.words(), last);
        if (typedKnown) {
            return swappedKnown && letters(swapped.shown()) >= SURE_LAYOUT && aligned(asTyped, swapped.words())
                    ? both(asTyped, swapped, last) : plain(asTyped, typed, last);
        }
        if (swappedKnown) {
            return new Piece(certain(swapped.words(), last), swapped.shown(), EnumSet.of(Cause.LAYOUT), false);
        }
        return mended(asTyped, typed, swapped, last);
    }

    private Piece mended(List<String> asTyped, String typed, Swapped swapped, boolean last) {
        var own = mend(asTyped, last);
        var other = mend(swapped.words(), last);
        if (Math.max(own.closeness(), other.closeness()) <= 0) {
            return plain(asTyped, typed, last);
        }
        if (own.closeness() >= other.closeness()) {
            return new Piece(own.words(), own.shown(), EnumSet.of(Cause.SPELLING), false);
        }
        return new Piece(other.words(), other.shown(), EnumSet.of(Cause.LAYOUT, Cause.SPELLING), false);
    }

    private static Piece plain(List<String> words, String shown, boolean last) {
        return new Piece(certain(words, last), shown, EnumSet.noneOf(Cause.class), false);
    }

    private static Piece both(List<String> asTyped, Swapped swapped, boolean last) {
        var words = new ArrayList<QueryWord>();
        for (var i = 0; i < asTyped.size(); i++) {
            words.add(new QueryWord(List.of(new Meaning(asTyped.get(i), 1),
                    new Meaning(swapped.words().get(i), OTHER_READING)), unfinished(i, asTyped, last)));
        }
        return new Piece(words, swapped.shown(), EnumSet.of(Cause.LAYOUT), true);
    }

    private static List<QueryWord> certain(List<String> words, boolean last) {
        var read = new ArrayList<QueryWord>();
        for (var i = 0; i < words.size(); i++) {
            read.add(new QueryWord(List.of(new Meaning(words.get(i), 1)), unfinished(i, words, last)));
        }
        return read;
    }

    private static boolean unfinished(int at, List<String> words, boolean last) {
        return last && at == words.size() - 1;
    }

    private boolean known(List<String> words, boolean last) {
        for (var i = 0; i < words.size(); i++) {
            var word = words.get(i);
            var begun = unfinished(i, words, last) && !vocabulary.startingWith(word).isEmpty();
            if (!begun && !vocabulary.knows(word)) {
                return false;
            }
        }
        return true;
    }

    /// What a piece reads in the other layout.
    private record Swapped(List<String> words, String shown) {
    }

    /// A comma after a word is a letter in one layout and a comma in the other: the reading whose words are known wins.
    private Swapped swap(String typed) {
        var whole = KeyboardLayout.other(typed);
        var words = Tokens.words(whole);
        var bare = typed.replaceAll("[.,;:!?]+$", "");
        if (!bare.equals(typed) && !bare.isEmpty() && !known(words, false)) {
            var other = KeyboardLayout.other(bare);
            if (known(Tokens.words(other), false)) {
                return new Swapped(Tokens.words(other), other);
            }
        }
        return new Swapped(words, whole);
    }

    private static boolean aligned(List<String> one, List<String> other) {
        return one.size() == other.size();
    }

    private static int letters(String text) {
        return (int) text.chars().filter(Character::isLetter).count();
    }

    /// Words with their spelling mended.
    ///
    /// @param closeness of the worst guess to what was typed, 0 where a word has no guess
    private record Mended(List<QueryWord> words, String shown, double closeness) {
    }

    private Mended mend(List<String> typed, boolean last) {
        var words = new ArrayList<QueryWord>();
        var shown = new ArrayList<String>();
        var worst = typed.isEmpty() ? 0.0 : 1.0;
        for (var i = 0; i < typed.size(); i++) {
            var unfinished = unfinished(i, typed, last);
            var meanings = meanings(typed.get(i), unfinished);
            words.add(new QueryWord(meanings, unfinished && vocabulary.knows(typed.get(i))));
            shown.add(meanings.getFirst().word());
            worst = Math.min(worst, meanings.getFirst().weight());
        }
        return new Mended(words, String.join(" ", shown), worst);
    }

    /// A word nobody wrote in any form, but whose relatives somebody did, is probably right as typed.
    private static List<Meaning> related(String word, List<Vocabulary.Found> guesses) {
        var meanings = new ArrayList<Meaning>();
        meanings.add(new Meaning(word, 1));
        guesses.stream().filter(guess -> guess.closeness() >= SURE_GUESS).limit(GUESSES)
                .forEach(guess -> meanings.add(new Meaning(guess.word(), guess.closeness() * OTHER_READING)));
        return meanings;
    }

    private List<Meaning> meanings(String word, boolean unfinished) {
        if (vocabulary.knows(word) || (unfinished && !vocabulary.startingWith(word).isEmpty())) {
            return List.of(new Meaning(word, 1));
        }
        var guesses = new ArrayList<>(vocabulary.corrections(word));
        if (unfinished) {
            guesses.addAll(vocabulary.startingAlmostWith(word));
        }
        if (vocabulary.knowsRoot(word)) {
            return related(word, guesses);
        }
        var best = guesses.stream().sorted(Comparator.comparingDouble(Vocabulary::likelihood).reversed())
                .map(guess -> new Meaning(guess.word(), guess.closeness())).distinct().limit(GUESSES).toList();
        return best.isEmpty() ? List.of(new Meaning(word, 0)) : best;
    }
}
