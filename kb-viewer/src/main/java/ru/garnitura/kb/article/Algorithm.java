package ru.garnitura.kb.article;

import java.util.List;
import java.util.stream.Collectors;

/// A decision tree: questions with answers down to outcomes.
public record Algorithm(Step first) {

    /// The words of all steps on one line.
    public String plain() {
        return plain(first);
    }

    private static String plain(Step step) {
        return switch (step) {
            case Outcome(var content) -> Inline.plain(content);
            case Question(var content, var answers) -> Inline.plain(content) + " " + answers.stream()
                    .map(answer -> answer.label() + ": " + plain(answer.next())).collect(Collectors.joining(" "));
        };
    }

    /// One place in the tree.
    public sealed interface Step {

        List<Inline> content();
    }

    /// Asks, and goes on by the answer.
    public record Question(List<Inline> content, List<Answer> answers) implements Step {
    }

    /// Ends the walk with what to do.
    public record Outcome(List<Inline> content) implements Step {
    }

    /// One way on from a question.
    public record Answer(String label, Step next) {
    }
}
