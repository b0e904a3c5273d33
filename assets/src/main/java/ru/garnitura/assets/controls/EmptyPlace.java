package ru.garnitura.assets.controls;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;

/// What stands where there is nothing yet: what will be here, and what to do about it. FX lane.
public final class EmptyPlace extends VBox {

    private static final int ICON_SIZE = 32;

    public EmptyPlace(Icon icon, ObservableValue<String> title, ObservableValue<String> advice) {
        getStyleClass().add("empty-place");
        getChildren().addAll(icon.node(ICON_SIZE), label(title, Styles.STRONG), label(advice, "advice"));
    }

    private static Label label(ObservableValue<String> text, String style) {
        var label = new Label();
        label.getStyleClass().add(style);
        label.textProperty().bind(text);
        return label;
    }
}
