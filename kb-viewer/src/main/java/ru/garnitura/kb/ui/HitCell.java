package ru.garnitura.kb.ui;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import ru.garnitura.kb.index.SearchHit;

/// An article found: its title, and the passage that answers.
final class HitCell extends FlowCell<SearchHit> {

    @Override
    Node content(SearchHit hit) {
        var lines = new VBox(new MarkedLine(hit.title(), "kb-hit-title"));
        if (!hit.snippet().pieces().isEmpty()) {
            lines.getChildren().add(new MarkedLine(hit.snippet(), "kb-hit-snippet"));
        }
        lines.getStyleClass().add("kb-hit");
        setAccessibleText(hit.title().plain() + ". " + hit.snippet().plain());
        return lines;
    }
}
