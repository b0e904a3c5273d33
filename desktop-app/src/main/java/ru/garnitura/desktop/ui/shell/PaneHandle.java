package ru.garnitura.desktop.ui.shell;

import java.util.function.DoubleConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// The line between two columns: dragged with the mouse, moved by the arrow keys. FX lane.
final class PaneHandle extends Region {

    /// How far the handle reaches over each column, px.
    static final double REACH = 3;

    private static final double STEP = 16;

    private final DoubleConsumer moved;
    private double seizedAt;

    /// @param moved told by how many px the edge moves to the right
    PaneHandle(DoubleConsumer moved) {
        this.moved = moved;
        getStyleClass().add("pane-handle");
        setCursor(Cursor.H_RESIZE);
        setAccessibleRole(AccessibleRole.THUMB);
        setFocusTraversable(true);
        setOnMousePressed(event -> seizedAt = event.getSceneX());
        setOnMouseDragged(this::dragged);
        setOnKeyPressed(this::pressed);
    }

    private void dragged(MouseEvent event) {
        moved.accept(event.getSceneX() - seizedAt);
        seizedAt = event.getSceneX();
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> moved.accept(-STEP);
            case RIGHT -> moved.accept(STEP);
            default -> {
                return;
            }
        }
        event.consume();
    }
}
