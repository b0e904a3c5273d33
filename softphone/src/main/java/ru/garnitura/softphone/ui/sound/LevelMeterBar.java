package ru.garnitura.softphone.ui.sound;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import ru.garnitura.assets.Styles;

/// How loud a side is now. FX lane.
final class LevelMeterBar extends VBox {

    private static final double QUIETEST_DBOV = -60;

    /// @param level dBov
    LevelMeterBar(ObservableValue<String> side, ObservableValue<Double> level) {
        super(2);
        getStyleClass().add("sound-meter");
        Label caption = new Label();
        caption.getStyleClass().add(Styles.SMALL);
        caption.textProperty().bind(side);
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.accessibleTextProperty().bind(side);
        bar.progressProperty().bind(level.map(now -> Math.clamp((now - QUIETEST_DBOV) / -QUIETEST_DBOV, 0, 1)));
        getChildren().addAll(caption, bar);
    }
}
