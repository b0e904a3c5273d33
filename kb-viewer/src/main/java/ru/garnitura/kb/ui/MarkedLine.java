package ru.garnitura.kb.ui;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import ru.garnitura.kb.index.Marked;

/// A line with the found words on a soft ground, and bold, so that colour does not say it alone.
final class MarkedLine extends TextFlow {

    MarkedLine(Marked line, String style) {
        getStyleClass().addAll("kb-marked", style);
        for (var piece : line.pieces()) {
            getChildren().add(piece.found() ? found(piece.text()) : plain(piece.text(), style));
        }
    }

    private static Node found(String words) {
        var label = new Label(words);
        label.getStyleClass().add("kb-found");
        return label;
    }

    private static Node plain(String words, String style) {
        var text = new Text(words);
        text.getStyleClass().addAll("kb-text", style);
        return text;
    }
}
