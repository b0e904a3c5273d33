package ru.garnitura.kb.ui;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import ru.garnitura.kb.index.SearchHit;

/// An article found: its title, and the passage that answers. One cell shows many hits with the same nodes.
final class HitCell extends FlowCell<SearchHit> {

    private final MarkedLine title = new MarkedLine("kb-hit-title");
    private final MarkedLine snippet = new MarkedLine("kb-hit-snippet");
    private final VBox lines = new VBox(title, snippet);

    HitCell() {
        lines.getStyleClass().add("kb-hit");
        setGraphic(lines);
    }

    @Override
    Node content(SearchHit hit) {
        title.show(hit.title());
        snippet.show(hit.snippet());
        snippet.setManaged(!hit.snippet().pieces().isEmpty());
        lines.setVisible(true);
        setAccessibleText(hit.title().plain() + ". " + hit.snippet().plain());
        return lines;
    }

    /// Hidden, not taken out: put back in, all of it would be styled anew.
    @Override
    void clear() {
        lines.setVisible(false);
        setAccessibleText(null);
    }
}
