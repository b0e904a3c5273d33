package ru.garnitura.assets.controls;

import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The coloured square that tells a channel at a glance. FX lane.
public final class ChannelBadge extends StackPane {

    private static final double ICON_BY_SIZE = 0.5;

    private final double size;
    private @Nullable ChannelLook shown;

    /// @param size side, px
    /// @param name the channel in words, for screen readers
    public ChannelBadge(ChannelLook look, double size, ObservableValue<String> name) {
        this.size = size;
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        accessibleTextProperty().bind(name);
        show(look);
    }

    /// Redraws the square, for a cell that is used again for another session.
    public void show(ChannelLook look) {
        if (look != shown) {
            shown = look;
            getStyleClass().setAll("channel", look.style());
            getChildren().setAll(look.icon().node((int) Math.round(size * ICON_BY_SIZE)));
        }
    }
}
