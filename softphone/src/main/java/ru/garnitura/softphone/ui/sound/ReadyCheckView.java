package ru.garnitura.softphone.ui.sound;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.Words;
import ru.garnitura.softphone.audio.SoundPlace;
import ru.garnitura.softphone.media.check.MicrophoneAdvice;

/// The microphone check on the way to Ready, with devices that were not checked yet. Whoever shows it skips the check by
/// Escape. FX lane.
public final class ReadyCheckView extends VBox {

    private final SoundViewModel model;
    private final Words words;
    private final CheckPane check;
    private final Button done = new Button();

    /// What the operator may do.
    ///
    /// @param done     the check is passed
    /// @param skip     goes Ready without it
    /// @param settings opens the sound screen instead
    public record Verbs(Runnable done, Runnable skip, Runnable settings) {
    }

    public ReadyCheckView(SoundViewModel model, Words words, Verbs verbs) {
        this.model = model;
        this.words = words;
        check = new CheckPane(model, words);
        getStyleClass().addAll("sound-view", "ready-check", Styles.SURFACE);
        setId("ready-check");
        done.setId("ready-check-done");
        done.setGraphic(Icon.CHECK_CIRCLE.node());
        done.getStyleClass().add(Styles.PRIMARY);
        done.textProperty().bind(words.text("sound.before.done"));
        done.disableProperty().bind(model.readingProperty().map(now -> now.advice().isEmpty()));
        done.setOnAction(event -> verbs.done().run());
        HBox deeds = new HBox(8, done, button("ready-check-skip", "sound.before.skip", verbs.skip()),
                button("ready-check-settings", "sound.before.settings", verbs.settings()));
        deeds.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(title(), devices(), check, deeds);
        model.readingProperty().map(now -> now.advice().equals(Optional.of(MicrophoneAdvice.GOOD))).subscribe(good -> {
            if (good) {
                done.requestFocus();
            }
        });
    }

    private Label title() {
        Label title = new Label();
        title.getStyleClass().add(Styles.TITLE);
        title.textProperty().bind(words.text("sound.before.title"));
        return title;
    }

    private Label devices() {
        Label devices = new Label();
        devices.setId("ready-check-devices");
        devices.setWrapText(true);
        devices.setMinHeight(Region.USE_PREF_SIZE);
        devices.textProperty().bind(words.text("sound.before.devices", used(SoundPlace.MICROPHONE), used(SoundPlace.HEADSET)));
        return devices;
    }

    private ObservableValue<String> used(SoundPlace place) {
        var rows = model.rows(place);
        return Bindings.createStringBinding(() -> rows.stream().filter(DeviceRow::used).map(DeviceRow::name).findFirst()
                .orElseGet(() -> words.now("sound.none")), rows);
    }

    private Button button(String id, String key, Runnable deed) {
        Button button = new Button();
        button.setId(id);
        button.getStyleClass().add(Styles.SOFT);
        button.textProperty().bind(words.text(key));
        button.setOnAction(event -> deed.run());
        return button;
    }

    /// Puts the focus on the check.
    public void focusCheck() {
        check.focus();
    }
}
