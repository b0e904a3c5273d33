package ru.garnitura.assets.controls;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;

/// Initials on a ground whose colour stays the same for the same name. The name itself stands beside it, so a screen
/// reader skips it. FX lane.
public final class Avatar extends Label {

    private static final int FACES = 6;
    private static final double LARGE = 40;

    private final StringProperty name = new SimpleStringProperty(this, "name", "");

    /// @param size side, px
    public Avatar(double size) {
        getStyleClass().addAll("avatar", face(""));
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        if (size >= LARGE) {
            getStyleClass().add("large");
        }
        textProperty().bind(name.map(Initials::of));
        name.subscribe((before, now) -> {
            getStyleClass().remove(face(before));
            getStyleClass().add(face(now));
        });
    }

    public StringProperty nameProperty() {
        return name;
    }

    private static String face(String name) {
        return "face-" + (1 + Math.floorMod(name.hashCode(), FACES));
    }
}
