package ru.garnitura.kb.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import ru.garnitura.kb.index.Marked;

/// A title and the passage under it, the found words on a soft ground and underlined, so that colour does not say it
/// alone. Two runs of text and two shapes, whatever was found: a list styles all nodes of a cell anew for every key
/// typed, and that is what takes long.
final class HitText extends TextFlow {

    private final Path ground = shape("kb-ground");
    private final Path lines = shape("kb-underline");
    private final Text title = text("kb-hit-title");
    private final Text passage = text("kb-hit-snippet");
    private final List<int[]> found = new ArrayList<>();

    HitText() {
        getChildren().addAll(ground, title, passage, lines);
    }

    void show(Marked heading, Marked snippet) {
        found.clear();
        var first = heading.plain();
        title.setText(first);
        passage.setText(snippet.pieces().isEmpty() ? "" : "\n" + snippet.plain());
        mark(heading, 0);
        mark(snippet, first.length() + 1);
    }

    private void mark(Marked line, int from) {
        var at = from;
        for (var piece : line.pieces()) {
            var end = at + piece.text().length();
            if (piece.found()) {
                found.add(new int[] {at, end});
            }
            at = end;
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        var behind = new ArrayList<PathElement>();
        var below = new ArrayList<PathElement>();
        for (var range : found) {
            behind.addAll(List.of(getRangeShape(range[0], range[1], false)));
            below.addAll(List.of(getUnderlineShape(range[0], range[1])));
        }
        ground.getElements().setAll(behind);
        lines.getElements().setAll(below);
    }

    private static Path shape(String style) {
        var shape = new Path();
        shape.getStyleClass().add(style);
        shape.setManaged(false);
        return shape;
    }

    private static Text text(String style) {
        var text = new Text();
        text.getStyleClass().addAll("kb-text", style);
        return text;
    }
}
