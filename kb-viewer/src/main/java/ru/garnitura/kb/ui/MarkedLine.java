package ru.garnitura.kb.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import ru.garnitura.kb.index.Marked;

/// A line with the found words on a soft ground, and bold, so that colour does not say it alone. It can show one line
/// after another: its nodes stay, since styling new ones for every key typed is what would take long.
final class MarkedLine extends TextFlow {

    private static final String FOUND = "kb-found";

    private final String style;
    private final Path ground = new Path();
    /// Words between and within marks, in turns, the first between.
    private final List<Text> turns = new ArrayList<>();

    MarkedLine(String style) {
        this.style = style;
        getStyleClass().addAll("kb-marked", style);
        ground.getStyleClass().add("kb-ground");
        ground.setManaged(false);
        getChildren().add(ground);
    }

    void show(Marked line) {
        var next = 0;
        for (var piece : line.pieces()) {
            if (isFound(next) != piece.found()) {
                turn(next++).setText("");
            }
            turn(next++).setText(piece.text());
        }
        for (var rest : turns.subList(next, turns.size())) {
            rest.setText("");
        }
    }

    private static boolean isFound(int turn) {
        return turn % 2 == 1;
    }

    private Text turn(int number) {
        if (number == turns.size()) {
            var text = new Text();
            text.getStyleClass().addAll("kb-text", style);
            if (isFound(number)) {
                text.getStyleClass().add(FOUND);
            }
            turns.add(text);
            getChildren().add(text);
        }
        return turns.get(number);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        var shapes = new ArrayList<PathElement>();
        var at = 0;
        for (var turn = 0; turn < turns.size(); turn++) {
            var end = at + turns.get(turn).getText().length();
            if (isFound(turn) && end > at) {
                shapes.addAll(List.of(getRangeShape(at, end, false)));
            }
            at = end;
        }
        ground.getElements().setAll(shapes);
    }
}
