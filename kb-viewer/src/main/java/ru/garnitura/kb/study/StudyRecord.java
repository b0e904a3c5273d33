package ru.garnitura.kb.study;

import java.util.LinkedHashSet;
import java.util.Set;
import ru.garnitura.kb.article.ArticleId;

/// What a trainee reached so far, in per cent; -1 where nothing was tried yet.
///
/// @param repeat articles that a drill or a question went wrong about
public record StudyRecord(int bestDrill, int lastDrill, int bestQuiz, int lastQuiz, Set<ArticleId> repeat) {

    public static final StudyRecord NOTHING = new StudyRecord(-1, -1, -1, -1, Set.of());

    public StudyRecord {
        repeat = Set.copyOf(repeat);
    }

    public StudyRecord with(Drill drill) {
        Set<ArticleId> left = new LinkedHashSet<>(repeat);
        drill.answers().forEach(answer -> {
            if (answer.isFound()) {
                left.removeAll(answer.prompt().right());
            } else {
                left.addAll(answer.prompt().right());
            }
        });
        return new StudyRecord(Math.max(bestDrill, drill.percent()), drill.percent(), bestQuiz, lastQuiz, left);
    }

    public StudyRecord with(Quiz quiz) {
        Set<ArticleId> left = new LinkedHashSet<>(repeat);
        for (int i = 0; i < quiz.given().size(); i++) {
            ArticleId article = quiz.questions().get(i).article();
            if (!quiz.isRight(i)) {
                left.add(article);
            } else if (quiz.questions().stream().filter(question -> question.article().equals(article)).count() == 1) {
                left.remove(article);
            }
        }
        return new StudyRecord(bestDrill, lastDrill, Math.max(bestQuiz, quiz.percent()), quiz.percent(), left);
    }
}
