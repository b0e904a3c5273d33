package ru.garnitura.softphone.ui.sound;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.Words;
import ru.garnitura.softphone.media.check.MicrophoneAdvice;
import ru.garnitura.softphone.media.check.MicrophoneCheck.Phase;
import ru.garnitura.softphone.media.check.MicrophoneCheck.Reading;

/// Meters, and the microphone check: record, listen, advice. FX lane.
final class CheckPane extends VBox {

    private final Button record = new Button("", Icon.MIC.node());

    CheckPane(SoundViewModel model, Words words) {
        super(8);
        getStyleClass().add("sound-check");
        ObservableValue<Reading> reading = model.readingProperty();
        Label title = new Label();
        title.getStyleClass().add(Styles.STRONG);
        title.textProperty().bind(words.text("sound.check"));
        Label hint = new Label();
        hint.setWrapText(true);
        hint.getStyleClass().add(Styles.SMALL);
        hint.textProperty().bind(words.text("sound.check.hint"));
        record.setId("sound-record");
        record.getStyleClass().add(Styles.PRIMARY);
        record.textProperty().bind(words.text("sound.check.record"));
        record.disableProperty().bind(reading.map(now -> now.phase() == Phase.RECORDING));
        record.setOnAction(event -> model.record());
        Button again = new Button("", Icon.PLAY.node());
        again.setId("sound-again");
        again.textProperty().bind(words.text("sound.check.play"));
        again.disableProperty().bind(reading.map(now -> now.advice().isEmpty()));
        again.setOnAction(event -> model.playAgain());
        ProgressBar progress = new ProgressBar();
        progress.setId("sound-progress");
        progress.progressProperty().bind(reading.map(Reading::progress));
        progress.visibleProperty().bind(reading.map(now -> now.phase() != Phase.IDLE));
        Label said = new Label();
        said.setId("sound-advice");
        said.setWrapText(true);
        said.textProperty().bind(Bindings.createStringBinding(() -> words(reading.getValue(), words), reading,
                words.text("sound.check")));
        HBox buttons = new HBox(8, record, again, progress);
        buttons.setAlignment(Pos.CENTER_LEFT);
        LevelMeterBar mouth = new LevelMeterBar(words.text("sound.level.microphone"), reading.map(Reading::microphone));
        LevelMeterBar ear = new LevelMeterBar(words.text("sound.level.headset"), reading.map(Reading::headset));
        HBox.setHgrow(mouth, Priority.ALWAYS);
        HBox.setHgrow(ear, Priority.ALWAYS);
        getChildren().addAll(title, hint, new HBox(16, mouth, ear), buttons, said);
    }

    void focus() {
        record.requestFocus();
    }

    private static String words(Reading now, Words words) {
        return switch (now.phase()) {
            case RECORDING -> words.now("sound.check.speak");
            case PLAYING, IDLE -> now.advice().map(advice -> advice(advice, words)).orElse("");
        };
    }

    private static String advice(MicrophoneAdvice advice, Words words) {
        return words.now(switch (advice) {
            case GOOD -> "sound.advice.good";
            case SILENT -> "sound.advice.silent";
            case TOO_QUIET -> "sound.advice.quiet";
            case TOO_LOUD -> "sound.advice.loud";
            case NOISY -> "sound.advice.noisy";
        });
    }
}
