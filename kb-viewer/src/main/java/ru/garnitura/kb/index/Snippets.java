package ru.garnitura.kb.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Marks found words in titles and finds the passage of a body that answers best.
final class Snippets {

    private static final int LENGTH = 150;
    private static final int BEFORE = 40;
    private static final int MAX_SCANNED = 60_000;
    private static final String CUT = "\u2026";

    private static final double[] FOREIGN = {};

    private final WordForms forms;
    private final List<Sought> sought;
    /// How near each word met so far is to each word of the search, [#FOREIGN] to none of them: the bodies of a search's
    /// hits say the same words over and over.
    private final Map<String, double[]> near = new HashMap<>();

    /// One word of the search, by all the forms it may be found in.
    private record Sought(String said, Set<String> stems, Set<String> roots) {
    }

    Snippets(WordForms forms, QueryPlan plan, Reading reading) {
        this.forms = forms;
        this.sought = new ArrayList<>();
        for (var word : reading.words()) {
            var roots = new HashSet<String>();
            word.meanings().forEach(meaning -> roots.add(forms.root(meaning.word())));
            sought.add(new Sought(word.meanings().getFirst().word(), plan.stems(word).keySet(), roots));
        }
        for (var phrase : reading.phrases()) {
            phrase.forEach(word -> sought.add(new Sought(word, Set.of(forms.stem(word)), Set.of())));
        }
    }

    /// A passage with its block.
    record Passage(Marked text, int block) {
    }

    Marked mark(String line) {
        return mark(line, 0, line.length(), Tokens.of(line));
    }

    /// The line of the body with most of the words; the title repeated is no answer.
    Passage best(String plain, String title) {
        var best = new Passage(new Marked(List.of()), 0);
        var bestScore = 0.0;
        var block = 0;
        var start = 0;
        var end = Math.min(plain.length(), MAX_SCANNED);
        while (start < end && bestScore < sought.size()) {
            var stop = plain.indexOf('\n', start);
            var line = plain.substring(start, stop < 0 ? end : Math.min(stop, end));
            var tokens = Tokens.of(line);
            var score = line.equals(title) ? 0 : score(tokens);
            if (score > bestScore) {
                bestScore = score;
                best = new Passage(cut(line, tokens), block);
            }
            start += line.length() + 1;
            block++;
        }
        return best;
    }

    /// Whether a line has every word of the search.
    boolean hasAll(String line) {
        var tokens = Tokens.of(line);
        return IntStream.range(0, sought.size()).allMatch(at -> isPresent(at, tokens));
    }

    /// The words of the search that a text has in some form.
    List<String> present(String text) {
        var tokens = Tokens.of(text.length() > MAX_SCANNED ? text.substring(0, MAX_SCANNED) : text);
        return IntStream.range(0, sought.size()).filter(at -> isPresent(at, tokens)).mapToObj(at -> sought.get(at).said())
                .toList();
    }

    private boolean isPresent(int at, List<Token> tokens) {
        return tokens.stream().map(this::closeness).anyMatch(closeness -> closeness.length > 0 && closeness[at] > 0);
    }

    private double score(List<Token> tokens) {
        var best = new double[sought.size()];
        for (var token : tokens) {
            var closeness = closeness(token);
            for (var at = 0; at < closeness.length; at++) {
                best[at] = Math.max(best[at], closeness[at]);
            }
        }
        return DoubleStream.of(best).sum();
    }

    private double[] closeness(Token token) {
        return near.computeIfAbsent(token.word(), this::measure);
    }

    private double[] measure(String word) {
        var form = forms.of(word);
        var closeness = sought.stream().mapToDouble(one -> one.stems().contains(form.stem()) ? 1
                : one.roots().contains(form.root()) ? 0.6 : 0).toArray();
        return DoubleStream.of(closeness).anyMatch(some -> some > 0) ? closeness : FOREIGN;
    }

    private boolean isFound(Token token) {
        return closeness(token).length > 0;
    }

    private Marked cut(String line, List<Token> tokens) {
        if (line.length() <= LENGTH) {
            return mark(line, 0, line.length(), tokens);
        }
        var first = tokens.stream().filter(this::isFound).findFirst().map(Token::start).orElse(0);
        var from = first <= BEFORE ? 0 : wordStart(tokens, first - BEFORE);
        var to = Math.min(line.length(), from + LENGTH);
        return mark(line, from, to < line.length() ? wordEnd(tokens, to) : to, tokens);
    }

    private static int wordStart(List<Token> tokens, int at) {
        return tokens.stream().map(Token::start).filter(start -> start >= at).findFirst().orElse(at);
    }

    private static int wordEnd(List<Token> tokens, int at) {
        return tokens.stream().map(Token::end).filter(end -> end <= at).reduce((_, last) -> last).orElse(at);
    }

    private Marked mark(String line, int from, int to, List<Token> tokens) {
        var pieces = new ArrayList<Marked.Piece>();
        var at = from;
        add(pieces, from > 0 ? CUT : "", false);
        for (var token : tokens) {
            if (token.start() >= at && token.end() <= to && isFound(token)) {
                add(pieces, line.substring(at, token.start()), false);
                add(pieces, line.substring(token.start(), token.end()), true);
                at = token.end();
            }
        }
        add(pieces, line.substring(at, Math.max(at, to)), false);
        add(pieces, to < line.length() ? CUT : "", false);
        return new Marked(pieces);
    }

    private static void add(List<Marked.Piece> pieces, String text, boolean found) {
        if (!text.isEmpty()) {
            pieces.add(new Marked.Piece(text, found));
        }
    }
}
