package ru.garnitura.assets.controls;

import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/// What a node says of itself under the mouse. The tooltip is made when the mouse first comes: each is a window with a
/// scene of its own, and a desk has dozens that nobody ever sees. FX lane.
public final class Tip {

    private Tip() {
    }

    public static void on(Node node, ObservableValue<String> words) {
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, new EventHandler<>() {
            @Override
            public void handle(MouseEvent entered) {
                node.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
                var tooltip = new Tooltip();
                tooltip.textProperty().bind(words);
                Tooltip.install(node, tooltip);
            }
        });
    }
}
