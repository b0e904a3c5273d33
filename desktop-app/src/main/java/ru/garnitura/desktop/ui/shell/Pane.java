package ru.garnitura.desktop.ui.shell;

import javafx.scene.Node;

/// A column of the row.
///
/// @param name  under which its width is remembered; empty for the one that takes the rest
/// @param width preferred, px
/// @param least px
record Pane(String name, Node node, double width, double least) {

    boolean takesTheRest() {
        return name.isEmpty();
    }
}
