package ru.garnitura.kb.ui;

import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import ru.garnitura.kb.article.Block;
import ru.garnitura.kb.article.Inline;

/// A table that fits the pane: columns share the width by the length of what they hold, cells wrap.
final class TableGrid extends GridPane {

    private static final int SHORTEST = 6;
    private static final int LONGEST = 40;

    private final Function<List<Inline>, ? extends Node> flow;

    TableGrid(Block.Table table, Function<List<Inline>, ? extends Node> flow) {
        this.flow = flow;
        getStyleClass().add("kb-table");
        var total = 0.0;
        for (var column = 0; column < table.header().size(); column++) {
            total += weight(table, column);
        }
        for (var column = 0; column < table.header().size(); column++) {
            var constraints = new ColumnConstraints();
            constraints.setPercentWidth(100 * weight(table, column) / total);
            getColumnConstraints().add(constraints);
        }
        addRow(table.header(), 0, "kb-table-head");
        for (var row = 0; row < table.rows().size(); row++) {
            addRow(table.rows().get(row), row + 1, row % 2 == 0 ? "kb-table-even" : "kb-table-odd");
        }
    }

    private void addRow(List<List<Inline>> cells, int row, String style) {
        for (var column = 0; column < cells.size(); column++) {
            var cell = new StackPane(flow.apply(cells.get(column)));
            cell.getStyleClass().addAll("kb-table-cell", style);
            add(cell, column, row);
        }
    }

    private static double weight(Block.Table table, int column) {
        var longest = Inline.plain(table.header().get(column)).length();
        for (var row : table.rows()) {
            longest = column < row.size() ? Math.max(longest, Inline.plain(row.get(column)).length()) : longest;
        }
        return Math.sqrt(Math.clamp(longest, SHORTEST, LONGEST));
    }
}
