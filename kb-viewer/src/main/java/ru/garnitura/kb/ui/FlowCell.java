package ru.garnitura.kb.ui;

import javafx.scene.Node;
import javafx.scene.control.Cell;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;

/// A cell whose content takes the list's width and as much height as it needs at that width.
abstract class FlowCell<T> extends ListCell<T> {

    FlowCell() {
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(T item, boolean empty) {
        super.updateItem(item, empty);
        setGraphic(empty || item == null ? null : content(item));
    }

    /// The node for an item.
    abstract Node content(T item);

    @Override
    protected double computePrefHeight(double width) {
        var graphic = getGraphic();
        return graphic == null ? super.computePrefHeight(width) : height(this, graphic, width);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        var graphic = getGraphic();
        if (graphic != null) {
            place(this, graphic);
        }
    }

    /// How high a cell is with what it shows at a width, its own where that is not known yet.
    static double height(Cell<?> cell, Node content, double width) {
        var inner = (width > 0 ? width : cell.getWidth()) - cell.snappedLeftInset() - cell.snappedRightInset();
        return cell.snappedTopInset() + cell.snapSizeY(content.prefHeight(Math.max(0, inner))) + cell.snappedBottomInset();
    }

    static void place(Cell<?> cell, Node content) {
        var left = cell.snappedLeftInset();
        var top = cell.snappedTopInset();
        content.resizeRelocate(left, top, cell.getWidth() - left - cell.snappedRightInset(),
                cell.getHeight() - top - cell.snappedBottomInset());
    }
}
