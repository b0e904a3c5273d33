package ru.garnitura.softphone.ui;

import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ru.garnitura.assets.Styles;

/// How loud one side was over the last samples: bars that move left. FX lane.
final class LevelBars extends VBox {

    private static final int SAMPLES = 8;
    private static final double HEIGHT = 20;
    private static final double LEAST = 3;
    private static final double QUIETEST_DBOV = -50;
    private static final double LOUDEST_DBOV = -8;

    private final HBox bars = new HBox();

    /// @param side who is measured, in words
    /// @param tone style class of the bars' colour
    LevelBars(ObservableValue<String> side, String tone) {
        getStyleClass().add("level");
        setAlignment(Pos.CENTER_LEFT);
        bars.getStyleClass().addAll("bars", tone);
        bars.setAlignment(Pos.BOTTOM_LEFT);
        bars.setMinHeight(HEIGHT);
        IntStream.range(0, SAMPLES).forEach(bar -> bars.getChildren().add(new Region()));
        clear();
        var caption = new Label();
        caption.getStyleClass().add(Styles.SMALL);
        caption.textProperty().bind(side);
        getChildren().addAll(bars, caption);
    }

    void push(double dbov) {
        var newest = (Region) bars.getChildren().getFirst();
        bars.getChildren().removeFirst();
        bars.getChildren().add(newest);
        setHeight(newest, share(dbov));
    }

    void clear() {
        bars.getChildren().forEach(bar -> setHeight((Region) bar, 0));
    }

    /// 0 for silence to 1 for as loud as it gets.
    static double share(double dbov) {
        return Math.clamp((dbov - QUIETEST_DBOV) / (LOUDEST_DBOV - QUIETEST_DBOV), 0, 1);
    }

    private static void setHeight(Region bar, double share) {
        var height = LEAST + (HEIGHT - LEAST) * share;
        bar.setMinHeight(height);
        bar.setMaxHeight(height);
    }
}
