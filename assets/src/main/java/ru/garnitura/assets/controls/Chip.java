package ru.garnitura.assets.controls;

import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Tone;

/// One short fact on a soft ground: «Разговор», «Не звонить до 10:00». FX lane.
public final class Chip extends Label {

    private static final int ICON_SIZE = 13;

    private final ObjectProperty<Tone> tone;

    public Chip(Tone tone) {
        this.tone = new ToneProperty(this, tone);
        getStyleClass().add("chip");
        setMinWidth(USE_PREF_SIZE);
    }

    /// A chip whose words follow `text`.
    public static Chip of(Tone tone, ObservableValue<String> text) {
        var chip = new Chip(tone);
        chip.textProperty().bind(text);
        return chip;
    }

    /// Puts an icon before the words.
    public Chip with(Icon icon) {
        setGraphic(icon.node(ICON_SIZE));
        return this;
    }

    public ObjectProperty<Tone> toneProperty() {
        return tone;
    }
}
