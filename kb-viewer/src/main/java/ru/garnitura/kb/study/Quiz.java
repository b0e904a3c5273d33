package ru.garnitura.kb.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/// Questions asked one after the other. After an answer the right one is shown until the next question is asked for.
///
/// @param given index of each answer given so far
/// @param shown the last answer is being shown
public record Quiz(List<QuizQuestion> questions, List<Integer> given, boolean shown) {

    public Quiz {
        questions = List.copyOf(questions);
        given = List.copyOf(given);
    }

    /// Some questions of all, in no order.
    public static Quiz begin(List<QuizQuestion> all, int count, RandomGenerator random) {
        List<QuizQuestion> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return new Quiz(shuffled.subList(0, Math.min(count, shuffled.size())), List.of(), false);
    }

    public boolean isOver() {
        return given.size() == questions.size() && !shown;
    }

    /// Number of the question on screen, from 0.
    public int position() {
        return shown ? given.size() - 1 : given.size();
    }

    /// @throws IndexOutOfBoundsException when it is over
    public QuizQuestion current() {
        return questions.get(position());
    }

    /// Gives an answer; no effect while one is being shown.
    public Quiz answered(int answer) {
        if (shown || isOver() || answer < 0 || answer >= current().answers().size()) {
            return this;
        }
        List<Integer> more = new ArrayList<>(given);
        more.add(answer);
        return new Quiz(questions, more, true);
    }

    /// Asks the next question.
    public Quiz next() {
        return new Quiz(questions, given, false);
    }

    /// Whether an answer given was right.
    public boolean isRight(int question) {
        return given.get(question) == questions.get(question).right();
    }

    /// How many were right so far.
    public int right() {
        int right = 0;
        for (int i = 0; i < given.size(); i++) {
            right += isRight(i) ? 1 : 0;
        }
        return right;
    }

    /// Share of right answers among all questions, per cent.
    public int percent() {
        return questions.isEmpty() ? 0 : 100 * right() / questions.size();
    }
}
