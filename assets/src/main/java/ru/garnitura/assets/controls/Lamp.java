package ru.garnitura.assets.controls;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import ru.garnitura.assets.Tone;

/// State of a link: round when well, a triangle when ailing, a square when broken, a diamond while it is being made, hollow
/// when off. Its words name the link; its detail says the state, in a tooltip and to screen readers. FX lane.
public final class Lamp extends HBox {

    private final Label label = new Label();
    private final StringProperty detail = new SimpleStringProperty(this, "detail", "");
    private final ObjectProperty<Tone> tone = new ToneProperty(this, Tone.NEUTRAL);

    public Lamp() {
        getStyleClass().add("lamp");
        var bulb = new Region();
        bulb.getStyleClass().add("bulb");
        getChildren().addAll(bulb, label);
        setFocusTraversable(true);
        accessibleTextProperty().bind(label.textProperty().flatMap(name -> detail.map(state -> name + ": " + state)));
        Tip.on(this, detail);
    }

    /// The link: «SIP», «Чаты».
    public StringProperty textProperty() {
        return label.textProperty();
    }

    /// The state in words: «Зарегистрирован 12 мин», «Нет регистрации: неверный пароль».
    public StringProperty detailProperty() {
        return detail;
    }

    public ObjectProperty<Tone> toneProperty() {
        return tone;
    }
}
