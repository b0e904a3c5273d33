package ru.garnitura.softphone.ui.sound;

import java.util.function.BiFunction;
import java.util.function.Predicate;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.Words;
import ru.garnitura.assets.controls.IconButton;
import ru.garnitura.softphone.audio.SoundPlace;
import ru.garnitura.softphone.audio.VoiceProcessing;

/// The sound screen, 880 px wide: devices in order, gains, voice processing, meters, microphone check. FX lane.
public final class SoundView extends VBox {

    private final SoundViewModel model;
    private final Words words;
    private final CheckPane check;

    /// @param close leaves the screen
    public SoundView(SoundViewModel model, Words words, Runnable close) {
        this.model = model;
        this.words = words;
        check = new CheckPane(model, words);
        getStyleClass().addAll("sound-view", Styles.SURFACE);
        setId("sound-view");
        Label order = new Label();
        order.getStyleClass().add(Styles.SMALL);
        order.textProperty().bind(words.text("sound.order"));
        HBox places = new HBox(16, column(SoundPlace.MICROPHONE, words.text("sound.microphone")),
                column(SoundPlace.HEADSET, words.text("sound.headset")), ringer());
        getChildren().addAll(head(close), order, places, processing(), check);
    }

    /// Puts the focus on the check.
    public void focusCheck() {
        check.focus();
    }

    private HBox head(Runnable close) {
        Label title = new Label();
        title.getStyleClass().add(Styles.TITLE);
        title.textProperty().bind(words.text("sound.title"));
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        IconButton away = new IconButton(Icon.X, words.text("sound.close"));
        away.setId("sound-close");
        away.setOnAction(event -> close.run());
        HBox head = new HBox(8, title, away);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private PlaceColumn column(SoundPlace place, ObservableValue<String> title) {
        PlaceColumn column = new PlaceColumn(model, place, title, words);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    private VBox ringer() {
        PlaceColumn column = column(SoundPlace.RINGER, words.text("sound.ringer"));
        ToggleButton ring = new ToggleButton("", Icon.BELL.node());
        ring.setId("sound-ring");
        ring.textProperty().bind(words.text("sound.ring"));
        ring.selectedProperty().subscribe(model::ring);
        column.getChildren().add(ring);
        return column;
    }

    private HBox processing() {
        return new HBox(24,
                box("sound.echo", VoiceProcessing::echo, (now, on) -> new VoiceProcessing(on, now.noise(), now.level())),
                box("sound.noise", VoiceProcessing::noise, (now, on) -> new VoiceProcessing(now.echo(), on, now.level())),
                box("sound.even", VoiceProcessing::level, (now, on) -> new VoiceProcessing(now.echo(), now.noise(), on)));
    }

    private CheckBox box(String key, Predicate<VoiceProcessing> is, BiFunction<VoiceProcessing, Boolean, VoiceProcessing> set) {
        CheckBox box = new CheckBox();
        box.setId(key.replace('.', '-'));
        box.textProperty().bind(words.text(key));
        box.setSelected(is.test(model.preferencesProperty().get().processing()));
        box.selectedProperty().subscribe(on -> model.process(now -> set.apply(now, on)));
        return box;
    }
}
