package ru.garnitura.assets.controls;

import java.time.Duration;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import ru.garnitura.assets.Formats;

/// A running time. Figures of the product's face are equally wide, so nothing beside it moves. FX lane.
public final class TimerLabel extends Label {

    private final ObjectProperty<Duration> time = new SimpleObjectProperty<>(this, "time", Duration.ZERO);

    public TimerLabel(Formats formats) {
        getStyleClass().add("timer");
        setMinWidth(USE_PREF_SIZE);
        textProperty().bind(time.map(formats::duration));
    }

    public ObjectProperty<Duration> timeProperty() {
        return time;
    }
}
