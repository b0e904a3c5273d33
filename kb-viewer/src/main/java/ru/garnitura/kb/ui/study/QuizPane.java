package ru.garnitura.kb.ui.study;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.Words;
import ru.garnitura.kb.study.Quiz;
import ru.garnitura.kb.study.StudyRecord;

/// Questions about articles, one after the other, and how it went. FX lane.
final class QuizPane extends ScrollPane {

    private final StudyViewModel model;
    private final Room room;

    QuizPane(StudyViewModel model, Words words) {
        this.model = model;
        this.room = new Room(words);
        setContent(room);
        setFitToWidth(true);
        setId("quiz-pane");
        model.quizProperty().subscribe(this::show);
        model.recordProperty().subscribe(() -> show(model.quizProperty().get()));
        model.nothingToAskProperty().subscribe(() -> show(model.quizProperty().get()));
        words.language().subscribe(() -> show(model.quizProperty().get()));
    }

    /// The keyboard goes on where it was: to the next verb, where it was in here before.
    private void show(@Nullable Quiz quiz) {
        boolean here = room.isFocusWithin();
        build(quiz);
        if (here) {
            room.focus("#quiz-next", "#quiz-answer-0", "#quiz-again", "#quiz-begin");
        }
    }

    private void build(@Nullable Quiz quiz) {
        if (quiz == null) {
            idle(model.recordProperty().get());
        } else if (quiz.isOver()) {
            over(quiz);
        } else {
            running(quiz);
        }
    }

    private void idle(StudyRecord record) {
        room.fill(room.line(Styles.TITLE, "quiz.title"), room.line(Styles.MUTED, "quiz.about", StudyViewModel.ROUND),
                record.bestQuiz() < 0 ? room.line(Styles.MUTED, "quiz.first")
                        : room.line(Styles.STRONG, "best", record.bestQuiz(), record.lastQuiz()),
                model.nothingToAskProperty().get() ? room.line(Styles.WARN, "quiz.nothing") : new Label(),
                Room.row(room.primary("quiz-begin", "begin", Icon.PLAY, model::beginQuiz)));
    }

    private void running(Quiz quiz) {
        var text = Room.text("study-prompt", quiz.current().text());
        text.setId("quiz-text");
        room.fill(room.line(Styles.MUTED, "quiz.position", quiz.position() + 1, quiz.questions().size()), text);
        for (int i = 0; i < quiz.current().answers().size(); i++) {
            room.getChildren().add(answer(quiz, i));
        }
        if (quiz.shown()) {
            room.getChildren().addAll(verdict(quiz), Room.row(
                    room.primary("quiz-next", "next", Icon.ARROW_RIGHT, model::nextQuestion),
                    room.button("quiz-article", "article", Icon.FILE_TEXT, () -> model.open(quiz.current().article()))));
        } else {
            room.getChildren().add(Room.row(room.button("quiz-leave", "leave", Icon.X, model::leaveQuiz)));
        }
    }

    private Button answer(Quiz quiz, int answer) {
        var button = new Button(quiz.current().answers().get(answer));
        button.setId("quiz-answer-" + answer);
        button.getStyleClass().add("study-answer");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setWrapText(true);
        if (!quiz.shown()) {
            button.setOnAction(_ -> model.answer(answer));
        } else if (answer == quiz.current().right()) {
            mark(button, Icon.CHECK_CIRCLE, Styles.OK);
        } else if (answer == quiz.given().getLast()) {
            mark(button, Icon.X_CIRCLE, Styles.DANGER);
        } else {
            button.setDisable(true);
        }
        return button;
    }

    private static void mark(Button button, Icon icon, String style) {
        button.setGraphic(icon.node());
        button.getStyleClass().add(style);
    }

    private Node verdict(Quiz quiz) {
        boolean right = quiz.isRight(quiz.position());
        var line = right ? room.line(Styles.OK, "quiz.right")
                : room.line(Styles.DANGER, "quiz.wrong", quiz.current().answers().get(quiz.current().right()));
        line.setGraphic((right ? Icon.CHECK_CIRCLE : Icon.X_CIRCLE).node());
        line.setId("quiz-verdict");
        return line;
    }

    private void over(Quiz quiz) {
        var score = Room.text(Styles.FIGURES, room.words().now("score", quiz.percent()));
        score.setId("quiz-score");
        room.fill(room.line(Styles.TITLE, "quiz.over"), score,
                room.line(Styles.MUTED, "quiz.summary", quiz.right(), quiz.questions().size()),
                quiz.right() == quiz.questions().size() ? new Label() : room.line(Styles.MUTED, "quiz.repeat"),
                Room.row(room.primary("quiz-again", "again", Icon.REPEAT, model::beginQuiz),
                        room.button("quiz-leave", "leave", Icon.X, model::leaveQuiz)));
    }
}
