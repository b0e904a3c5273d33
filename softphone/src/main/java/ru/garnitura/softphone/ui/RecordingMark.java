package ru.garnitura.softphone.ui;

import java.time.Duration;
import javafx.beans.value.ObservableValue;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Tone;
import ru.garnitura.assets.controls.Chip;
import ru.garnitura.assets.controls.Tip;
import ru.garnitura.softphone.call.RecordingState;

/// Says beside the name that the call is recorded, that it is not just now, or that it could not be: in full colour, and
/// in the place of the call's state, which the bar shows besides. FX lane.
final class RecordingMark {

    private RecordingMark() {
    }

    static Chip of(CallViewModel model, CallTexts texts) {
        var state = stateIn(model);
        var paused = model.meters().unrecordedProperty();
        var chip = new Chip(Tone.DANGER).with(Icon.CIRCLE);
        chip.setId("call-recording");
        chip.getStyleClass().add("recording-mark");
        chip.textProperty().bind(texts.text(() -> mark(state.getValue(), paused.get(), texts), state, paused));
        chip.toneProperty().bind(state.map(now -> now == RecordingState.PAUSED ? Tone.WARN : Tone.DANGER));
        chip.accessibleTextProperty().bind(texts.text(() -> why(state.getValue(), texts), state));
        Tip.on(chip, chip.accessibleTextProperty());
        return Shown.when(shown(model), chip);
    }

    private static ObservableValue<RecordingState> stateIn(CallViewModel model) {
        return model.callProperty().map(call -> call.end() == null ? call.recording() : RecordingState.NONE)
                .orElse(RecordingState.NONE);
    }

    /// There is something to say.
    static ObservableValue<Boolean> shown(CallViewModel model) {
        return stateIn(model).map(now -> now.runs() || now == RecordingState.BROKEN);
    }

    private static String mark(RecordingState state, Duration paused, CallTexts texts) {
        return switch (state) {
            case NONE, POSSIBLE -> "";
            case ON -> texts.words().now("recording.on");
            case PAUSED -> texts.words().now("recording.paused", texts.formats().duration(paused));
            case BROKEN -> texts.words().now("recording.broken");
        };
    }

    private static String why(RecordingState state, CallTexts texts) {
        return switch (state) {
            case NONE, POSSIBLE -> "";
            case ON -> texts.words().now("recording.on.why");
            case PAUSED -> texts.words().now("recording.paused.why");
            case BROKEN -> texts.words().now("recording.broken.why");
        };
    }

    static Icon icon(RecordingState state) {
        return state == RecordingState.ON ? Icon.PAUSE_CIRCLE : Icon.CIRCLE;
    }

    /// Key of the word for what a press of the button does.
    static String verb(RecordingState state) {
        return switch (state) {
            case NONE, POSSIBLE, BROKEN -> "button.record";
            case ON -> "button.record.pause";
            case PAUSED -> "button.record.go-on";
        };
    }
}
