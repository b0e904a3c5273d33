package ru.garnitura.assets.controls;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.control.Label;

/// How many wait: hidden at none, «99+» beyond. FX lane.
public final class Badge extends Label {

    private static final int MOST = 99;

    private final IntegerProperty count = new SimpleIntegerProperty(this, "count");

    public Badge() {
        getStyleClass().add("badge");
        setMinWidth(USE_PREF_SIZE);
        textProperty().bind(count.map(value -> value.intValue() > MOST ? MOST + "+" : value.toString()));
        visibleProperty().bind(count.greaterThan(0));
        managedProperty().bind(visibleProperty());
    }

    public IntegerProperty countProperty() {
        return count;
    }
}
