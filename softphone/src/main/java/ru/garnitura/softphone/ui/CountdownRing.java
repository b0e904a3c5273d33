package ru.garnitura.softphone.ui;

import javafx.beans.property.DoubleProperty;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;

/// A ring that shrinks from full to nothing around an icon. FX lane.
final class CountdownRing extends StackPane {

    private static final double RADIUS = 18;
    private static final double SIZE = 42;

    private final Arc arc = new Arc(SIZE / 2, SIZE / 2, RADIUS, RADIUS, 90, 360);

    CountdownRing(Node icon) {
        getStyleClass().add("countdown");
        setMinSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
        var track = new Circle(SIZE / 2, SIZE / 2, RADIUS);
        track.getStyleClass().add("track");
        arc.setType(ArcType.OPEN);
        arc.getStyleClass().add("arc");
        getChildren().addAll(new Pane(track, arc), icon);
    }

    /// Degrees still to go: 360 is all the time, 0 is none.
    DoubleProperty degreesProperty() {
        return arc.lengthProperty();
    }
}
