package ru.garnitura.desktop.ui.topbar;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.Words;
import ru.garnitura.assets.controls.Lamp;
import ru.garnitura.desktop.ui.Appearance;

/// The bar over a trainee's window: what this is, whether the base is fresh, the menu. FX lane.
public final class StudyBarView extends HBox {

    public StudyBarView(String operator, ObservableValue<LampText> base, Appearance appearance, Runnable signOut) {
        Words words = appearance.words();
        getStyleClass().addAll("top-bar", Styles.SURFACE, Styles.LINE_BOTTOM);
        Label brand = new Label();
        brand.textProperty().bind(words.text("brand"));
        brand.setGraphic(Icon.HEADPHONES.node(18));
        brand.getStyleClass().addAll("brand", Styles.STRONG);
        brand.setMinWidth(USE_PREF_SIZE);
        Label mode = new Label();
        mode.textProperty().bind(words.text("study.mode"));
        mode.setId("study-mode");
        mode.getStyleClass().add(Styles.MUTED);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Lamp lamp = new Lamp();
        lamp.setId("lamp-base");
        lamp.setMinWidth(USE_PREF_SIZE);
        lamp.textProperty().bind(base.map(LampText::name));
        lamp.detailProperty().bind(base.map(LampText::detail));
        lamp.toneProperty().bind(base.map(LampText::tone));
        getChildren().addAll(brand, mode, gap, lamp, OperatorMenu.ofReader(operator, appearance, signOut));
    }
}
