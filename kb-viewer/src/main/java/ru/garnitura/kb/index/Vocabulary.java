package ru.garnitura.kb.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

/// The words one state of the index has. Any thread; answers are remembered, since each keystroke asks again.
final class Vocabulary {

    private static final int REMEMBERED = 4_000;
    private static final int SCANNED = 3_000;
    private static final int CANDIDATES = 24;
    private static final int CORRECTABLE = 4;
    /// A word so many articles have may still be a subject, however small the base.
    private static final int FEW = 10;

    private final IndexReader reader;
    private final WordForms forms;
    private final DirectSpellChecker checker = new DirectSpellChecker();
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();
    private final Map<String, List<Found>> completions = new ConcurrentHashMap<>();
    private final Map<String, List<Found>> corrections = new ConcurrentHashMap<>();

    Vocabulary(IndexReader reader, WordForms forms) {
        this.reader = reader;
        this.forms = forms;
        checker.setMaxEdits(2);
        checker.setMinPrefix(1);
        checker.setAccuracy(0.5f);
        checker.setMinQueryLength(CORRECTABLE);
        checker.setThresholdFrequency(0);
        checker.setMaxInspections(CANDIDATES);
    }

    /// A word of the index.
    ///
    /// @param articles how many have it
    /// @param closeness 1 for the word itself, less for a guess
    record Found(String word, int articles, double closeness) {
    }

    boolean isOf(IndexReader other) {
        return reader.equals(other);
    }

    /// Whether some article has this word, in whatever form.
    boolean knows(String word) {
        return remember(known, word, this::lookUp);
    }

    /// Words that begin like this, the most frequent first.
    List<Found> startingWith(String prefix) {
        return remember(completions, prefix, this::complete);
    }

    /// Words it may have been meant to be, the likeliest first.
    List<Found> corrections(String word) {
        return word.length() < CORRECTABLE ? List.of() : remember(corrections, word, this::correct);
    }

    private static <T> T remember(Map<String, T> memory, String word, Function<String, T> find) {
        var value = memory.get(word);
        if (value == null) {
            value = find.apply(word);
            if (memory.size() >= REMEMBERED) {
                memory.clear();
            }
            memory.put(word, value);
        }
        return value;
    }

    /// How many articles have this word in some form in their bodies.
    int articlesWith(String word) {
        try {
            return reader.docFreq(new Term(Fields.BODY_STEM, forms.stem(word)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether so many articles say it, and none is about it, that it tells nothing about a subject.
    boolean isCommonplace(String word) {
        return articlesWith(word) > Math.max(FEW, reader.numDocs() / 3) && !has(Fields.TITLE_STEM, forms.stem(word));
    }

    private boolean lookUp(String word) {
        var form = forms.of(word);
        return has(Fields.WORD, word) || has(Fields.BODY_STEM, form.stem()) || has(Fields.TITLE_STEM, form.stem())
                || has(Fields.NAME_STEM, form.stem());
    }

    /// Whether some article has a word of the same root.
    boolean knowsRoot(String word) {
        var root = forms.root(word);
        return root.length() >= CORRECTABLE && (has(Fields.BODY_ROOT, root) || has(Fields.TITLE_ROOT, root)
                || has(Fields.NAME_ROOT, root));
    }

    private boolean has(String field, String term) {
        try {
            return reader.docFreq(new Term(field, term)) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Found> complete(String prefix) {
        try {
            var terms = MultiTerms.getTerms(reader, Fields.WORD);
            if (terms == null) {
                return List.of();
            }
            var found = new ArrayList<Found>();
            var each = terms.iterator();
            var start = new BytesRef(prefix);
            var scanned = 0;
            if (each.seekCeil(start) == TermsEnum.SeekStatus.END) {
                return List.of();
            }
            do {
                var word = each.term().utf8ToString();
                if (!word.startsWith(prefix) || ++scanned > SCANNED) {
                    break;
                }
                found.add(new Found(word, each.docFreq(), word.length() == prefix.length() ? 1 : 0.8));
            } while (each.next() != null);
            return best(found, Comparator.comparingInt(Found::articles).reversed());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Found> correct(String word) {
        try {
            var found = new ArrayList<Found>();
            for (var guess : checker.suggestSimilar(new Term(Fields.WORD, word), CANDIDATES, reader,
                    SuggestMode.SUGGEST_ALWAYS)) {
                if (SpellingDistance.between(word, guess.string) <= farthest(word.length())) {
                    found.add(new Found(guess.string, guess.freq, closeness(word, guess.string)));
                }
            }
            return best(found, Comparator.comparingDouble(Vocabulary::likelihood).reversed());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// In a short word two slips leave nothing to recognise it by.
    private static double farthest(int letters) {
        if (letters < 6) {
            return 1;
        }
        return letters < 9 ? 1.3 : 2;
    }

    /// Words that begin almost like this: one edit away from its letters.
    List<Found> startingAlmostWith(String prefix) {
        if (prefix.length() < CORRECTABLE) {
            return List.of();
        }
        return remember(corrections, prefix + '*', _ -> completeAlmost(prefix));
    }

    private List<Found> completeAlmost(String prefix) {
        var near = new LevenshteinAutomata(prefix, true).toAutomaton(1, prefix.substring(0, 1));
        if (near == null) {
            return List.of();
        }
        var open = Operations.determinize(Operations.concatenate(List.of(near, Automata.makeAnyString())),
                Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
        try {
            var terms = MultiTerms.getTerms(reader, Fields.WORD);
            if (terms == null) {
                return List.of();
            }
            var found = new ArrayList<Found>();
            var each = new CompiledAutomaton(open).getTermsEnum(terms);
            while (each.next() != null && found.size() < SCANNED) {
                var word = each.term().utf8ToString();
                found.add(new Found(word, each.docFreq(), closenessOfStart(prefix, word)));
            }
            return best(found, Comparator.comparingDouble(Vocabulary::likelihood).reversed());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double closenessOfStart(String prefix, String word) {
        var best = 0.0;
        for (var length = prefix.length() - 1; length <= Math.min(word.length(), prefix.length() + 1); length++) {
            best = Math.max(best, closeness(prefix, word.substring(0, length)));
        }
        return best * 0.8;
    }

    private static double closeness(String typed, String real) {
        return 1 - SpellingDistance.between(typed, real) / Math.max(typed.length(), real.length());
    }

    static double likelihood(Found found) {
        return found.closeness() + 0.02 * Math.log(1 + found.articles());
    }

    private static List<Found> best(List<Found> found, Comparator<Found> order) {
        return found.stream().sorted(order).limit(CANDIDATES).toList();
    }
}
