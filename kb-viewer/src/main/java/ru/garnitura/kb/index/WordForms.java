package ru.garnitura.kb.index;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.RussianStemmer;

/// Reduces words to stems and roots. Any thread; remembers what it has seen, within bounds, since the same words come
/// again with every article and keystroke.
final class WordForms {

    private static final char FIRST_CYRILLIC = '\u0400';
    private static final char LAST_CYRILLIC = '\u04ff';
    private static final int REMEMBERED = 150_000;

    private final Map<String, WordForm> seen = new ConcurrentHashMap<>();

    WordForm of(String word) {
        var known = seen.get(word);
        if (known != null) {
            return known;
        }
        var form = reduce(word);
        if (seen.size() >= REMEMBERED) {
            seen.clear();
        }
        seen.put(word, form);
        return form;
    }

    String stem(String word) {
        return of(word).stem();
    }

    String root(String word) {
        return of(word).root();
    }

    String core(String word) {
        return of(word).core();
    }

    private static WordForm reduce(String word) {
        if (isCyrillic(word)) {
            var stem = FleetingVowel.dropped(stem(new RussianStemmer(), word));
            var root = RussianRoot.of(stem);
            return new WordForm(stem, root, VerbalPrefix.cut(root));
        }
        var stem = Character.isLetter(word.charAt(0)) ? stem(new EnglishStemmer(), word) : word;
        return new WordForm(stem, stem, stem);
    }

    private static String stem(SnowballStemmer stemmer, String word) {
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    private static boolean isCyrillic(String word) {
        return word.charAt(0) >= FIRST_CYRILLIC && word.charAt(0) <= LAST_CYRILLIC;
    }
}
