package ru.garnitura.desktop.ui.notice;

import javafx.stage.Stage;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Words;

/// Cards in a corner of the window for what is over and needs no deed: a missed call, actions delivered. FX lane.
public final class PassingNotices {

    private static final Duration SHOWN = Duration.seconds(6);

    private final Stage stage;
    private final Words words;

    public PassingNotices(Stage stage, Words words) {
        this.stage = stage;
        this.words = words;
    }

    public void show(Icon icon, String key, Object... args) {
        if (!stage.isShowing() || stage.isIconified()) {
            return;
        }
        Notifications.create().owner(stage).graphic(icon.node()).text(words.now(key, args)).hideAfter(SHOWN).show();
    }
}
