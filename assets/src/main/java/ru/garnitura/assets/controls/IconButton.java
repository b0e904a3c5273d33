package ru.garnitura.assets.controls;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;

/// A button that shows an icon alone and says its name in a tooltip and to screen readers. FX lane.
public final class IconButton extends Button {

    private static final int ICON_SIZE = 18;

    public IconButton(Icon icon, ObservableValue<String> name) {
        getStyleClass().add(Styles.FLAT);
        setGraphic(icon.node(ICON_SIZE));
        accessibleTextProperty().bind(name);
        Tip.on(this, name);
    }
}
