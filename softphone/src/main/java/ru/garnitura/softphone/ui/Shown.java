package ru.garnitura.softphone.ui;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// Nodes that take room only while they have something to say.
final class Shown {

    private Shown() {
    }

    static <N extends Node> N when(ObservableValue<Boolean> shown, N node) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(shown);
        return node;
    }
}
