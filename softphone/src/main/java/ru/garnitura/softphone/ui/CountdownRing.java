package ru.garnitura.softphone.ui;

import javafx.beans.property.DoubleProperty;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;

/// A ring that shrinks from full to nothing around an icon. FX lane.
final class CountdownRing extends StackPane {

    private static final double RADIUS = 18;

    private final Arc arc = new Arc(0, 0, RADIUS, RADIUS, 90, 360);

    CountdownRing(Node icon) {
        getStyleClass().add("countdown");
        var track = new Circle(RADIUS);
        track.getStyleClass().add("track");
        arc.setType(ArcType.OPEN);
        arc.getStyleClass().add("arc");
        var face = new StackPane(track, arc);
        face.setMinSize(2 * RADIUS + 4, 2 * RADIUS + 4);
        arc.setManaged(false);
        arc.setLayoutX(RADIUS + 2);
        arc.setLayoutY(RADIUS + 2);
        getChildren().addAll(face, icon);
    }

    /// Degrees still to go: 360 is all the time, 0 is none.
    DoubleProperty degreesProperty() {
        return arc.lengthProperty();
    }
}
