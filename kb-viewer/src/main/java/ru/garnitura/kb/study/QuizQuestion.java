package ru.garnitura.kb.study;

import java.util.List;
import ru.garnitura.kb.article.ArticleId;

/// A question about an article.
///
/// @param answers two or more
/// @param right   index of the right one
public record QuizQuestion(ArticleId article, String text, List<String> answers, int right) {

    public QuizQuestion {
        answers = List.copyOf(answers);
        if (answers.size() < 2 || right < 0 || right >= answers.size()) {
            throw new IllegalArgumentException("a question needs two answers and a right one");
        }
    }
}
