package ru.garnitura.kb.ui;

import javafx.scene.Node;
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
        if (empty || item == null) {
            clear();
        } else {
            setGraphic(content(item));
        }
    }

    /// There is no item to show.
    void clear() {
        setGraphic(null);
    }

    /// The node for an item.
    abstract Node content(T item);

    @Override
    protected double computePrefHeight(double width) {
        var graphic = getGraphic();
        if (graphic == null) {
            return super.computePrefHeight(width);
        }
        var inner = (width > 0 ? width : getWidth()) - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + snapSizeY(graphic.prefHeight(Math.max(0, inner))) + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        var graphic = getGraphic();
        if (graphic != null) {
            var left = snappedLeftInset();
            var top = snappedTopInset();
            graphic.resizeRelocate(left, top, getWidth() - left - snappedRightInset(),
                    getHeight() - top - snappedBottomInset());
        }
    }
}
