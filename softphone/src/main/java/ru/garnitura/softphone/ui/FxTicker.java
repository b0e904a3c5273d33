package ru.garnitura.softphone.ui;

import java.time.Duration;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;

/// Ticks by JavaFX's own clock.
public final class FxTicker implements Ticker {

    @Override
    public Runnable every(Duration period, Runnable task) {
        var timeline = new Timeline(new KeyFrame(javafx.util.Duration.millis((double) period.toMillis()), event -> task.run()));
        timeline.setCycleCount(Animation.INDEFINITE);
        timeline.play();
        return timeline::stop;
    }
}
