package ru.garnitura.kb.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.Words;
import ru.garnitura.kb.article.Algorithm;
import ru.garnitura.kb.article.Algorithm.Answer;
import ru.garnitura.kb.article.Algorithm.Outcome;
import ru.garnitura.kb.article.Algorithm.Question;
import ru.garnitura.kb.article.Algorithm.Step;
import ru.garnitura.kb.article.Inline;

/// Walks a decision tree: answers by click or by their digit, Backspace takes the last one back, Enter inserts the way
/// to an outcome. FX lane.
final class AlgorithmWalk extends VBox {

    private static final int MOST_DIGITS = 9;

    private final Algorithm algorithm;
    private final Words words;
    private final Function<List<Inline>, TextFlow> flow;
    private final Insertion insert;
    private final List<Integer> path;

    /// @param path the answers given so far, shared with whatever else shows this walk
    AlgorithmWalk(Algorithm algorithm, Surroundings around, List<Integer> path) {
        this.algorithm = algorithm;
        this.words = around.words();
        this.flow = around.flow();
        this.insert = around.insert();
        this.path = path;
        getStyleClass().add("kb-walk");
        setFocusTraversable(true);
        addEventHandler(KeyEvent.KEY_PRESSED, this::take);
        show();
    }

    /// What a walk is shown with.
    ///
    /// @param flow   a line as nodes
    record Surroundings(Words words, Function<List<Inline>, TextFlow> flow, Insertion insert) {
    }

    /// Where the words of a walk go.
    ///
    /// @param replying whether into a reply; else they are copied
    /// @param take     takes them
    record Insertion(ObservableValue<Boolean> replying, Consumer<String> take) {
    }

    /// What was asked, answered and found so far.
    String text() {
        var lines = new ArrayList<String>();
        var step = algorithm.first();
        for (var choice : path) {
            if (step instanceof Question(var content, var answers)) {
                lines.add(Inline.plain(content) + " " + answers.get(choice).label());
                step = answers.get(choice).next();
            }
        }
        if (step instanceof Outcome(var content)) {
            lines.add(Inline.plain(content));
        }
        return String.join("\n", lines);
    }

    private void show() {
        getChildren().clear();
        var step = algorithm.first();
        for (var i = 0; i < path.size(); i++) {
            if (step instanceof Question question) {
                getChildren().add(answered(question, i));
                step = question.answers().get(path.get(i)).next();
            }
        }
        switch (step) {
            case Question question -> ask(question);
            case Outcome outcome -> conclude(outcome);
        }
    }

    private Node answered(Question question, int at) {
        var answer = new Hyperlink(question.answers().get(path.get(at)).label());
        answer.accessibleTextProperty().bind(words.text("walk.change"));
        answer.setOnAction(_ -> backTo(at));
        var line = flow.apply(question.content());
        line.getChildren().addAll(new Text(" "), answer);
        line.getStyleClass().add("kb-walk-done");
        return line;
    }

    private void ask(Question question) {
        var line = flow.apply(question.content());
        line.getStyleClass().add("kb-walk-question");
        var answers = new FlowPane();
        answers.getStyleClass().add("kb-walk-answers");
        for (var i = 0; i < question.answers().size(); i++) {
            answers.getChildren().add(button(question.answers().get(i), i));
        }
        getChildren().addAll(line, answers);
    }

    private Button button(Answer answer, int at) {
        var button = new Button((at + 1) + "  " + answer.label());
        button.getStyleClass().add(Styles.SOFT);
        button.setWrapText(true);
        button.setOnAction(_ -> choose(at));
        return button;
    }

    private void conclude(Outcome outcome) {
        var line = flow.apply(outcome.content());
        line.getStyleClass().add("kb-walk-outcome");
        var put = action(insert.replying().flatMap(
                replying -> words.text(replying ? "walk.insert" : "walk.copy")), Icon.CORNER_DOWN_LEFT);
        put.setId("kb-walk-insert");
        put.setOnAction(_ -> insert.take().accept(text()));
        var again = action(words.text("walk.again"), Icon.ROTATE_CCW);
        again.setOnAction(_ -> backTo(0));
        var actions = new HBox(put, again);
        actions.getStyleClass().add("kb-walk-answers");
        getChildren().addAll(line, actions);
    }

    private static Button action(ObservableValue<String> text, Icon icon) {
        var button = new Button();
        button.textProperty().bind(text);
        button.setGraphic(icon.node(14));
        button.getStyleClass().add(Styles.SOFT);
        return button;
    }

    private void choose(int answer) {
        path.add(answer);
        show();
        requestFocus();
    }

    private void backTo(int length) {
        path.subList(length, path.size()).clear();
        show();
        requestFocus();
    }

    /// A digit answers, Backspace takes the last answer back, Enter inserts once there is an outcome.
    void take(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER && isFocused() && current() instanceof Outcome) {
            insert.take().accept(text());
            key.consume();
        } else if (key.getCode() == KeyCode.BACK_SPACE && !path.isEmpty()) {
            backTo(path.size() - 1);
            key.consume();
        } else if (key.getCode().isDigitKey() && current() instanceof Question question) {
            var digit = key.getText().isEmpty() ? 0 : Character.digit(key.getText().charAt(0), MOST_DIGITS + 1);
            if (digit >= 1 && digit <= question.answers().size()) {
                choose(digit - 1);
                key.consume();
            }
        }
    }

    private Step current() {
        var step = algorithm.first();
        for (var choice : path) {
            step = step instanceof Question question ? question.answers().get(choice).next() : step;
        }
        return step;
    }
}
