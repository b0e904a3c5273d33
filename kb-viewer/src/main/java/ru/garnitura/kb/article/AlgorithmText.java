package ru.garnitura.kb.article;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ru.garnitura.kb.article.Algorithm.Answer;
import ru.garnitura.kb.article.Algorithm.Outcome;
import ru.garnitura.kb.article.Algorithm.Question;
import ru.garnitura.kb.article.Algorithm.Step;

/// Reads a decision tree as editors write it: two spaces a level, `?` a question, `[answer]`, `=` an outcome.
/// ```
/// ? Does the light burn?
///   [Yes]
///     = Restart
///   [No]
///     = Check the plug
/// ```
final class AlgorithmText {

    private static final int INDENT = 2;
    private static final int MAX_DEPTH = 24;
    private static final int MAX_STEPS = 500;

    private final List<String> lines;
    private final Function<String, List<Inline>> inline;
    private int at;

    private AlgorithmText(List<String> lines, Function<String, List<Inline>> inline) {
        this.lines = lines;
        this.inline = inline;
    }

    /// The tree, or null where the text is not one; it is then shown as it stands.
    ///
    /// @param inline reads the Markdown of one line
    static @Nullable Algorithm parse(String text, Function<String, List<Inline>> inline) {
        var lines = text.lines().filter(line -> !line.isBlank()).limit(MAX_STEPS + 1L).toList();
        if (lines.size() > MAX_STEPS) {
            return null;
        }
        var reader = new AlgorithmText(lines, inline);
        var first = reader.step(0);
        return first == null || reader.at < lines.size() ? null : new Algorithm(first);
    }

    private @Nullable Step step(int depth) {
        if (at >= lines.size() || depth > MAX_DEPTH || depth(lines.get(at)) != depth) {
            return null;
        }
        var line = lines.get(at++).strip();
        var words = line.substring(1).strip();
        return switch (line.charAt(0)) {
            case '=' -> new Outcome(inline.apply(words));
            case '?' -> question(words, depth);
            default -> null;
        };
    }

    private @Nullable Step question(String words, int depth) {
        var answers = new ArrayList<Answer>();
        while (at < lines.size() && depth(lines.get(at)) == depth + 1) {
            var line = lines.get(at).strip();
            if (!line.startsWith("[") || !line.endsWith("]")) {
                return null;
            }
            at++;
            var next = step(depth + 2);
            if (next == null) {
                return null;
            }
            answers.add(new Answer(line.substring(1, line.length() - 1).strip(), next));
        }
        return answers.isEmpty() ? null : new Question(inline.apply(words), List.copyOf(answers));
    }

    private static int depth(String line) {
        var spaces = 0;
        while (spaces < line.length() && line.charAt(spaces) == ' ') {
            spaces++;
        }
        return spaces / INDENT;
    }
}
