package ru.garnitura.sessions.ui;

import java.time.Duration;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import ru.garnitura.sessions.session.Ticker;

/// Ticks on the FX lane by the toolkit's own timer.
public final class FxTicker implements Ticker {

    @Override
    public Handle every(Duration period, Runnable task) {
        KeyFrame frame = new KeyFrame(javafx.util.Duration.millis((double) period.toMillis()), event -> task.run());
        Timeline timeline = new Timeline(frame);
        timeline.setCycleCount(Animation.INDEFINITE);
        timeline.play();
        return timeline::stop;
    }
}
