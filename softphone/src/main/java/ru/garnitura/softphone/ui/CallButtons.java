package ru.garnitura.softphone.ui;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.Words;
import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.call.RecordingState;

/// Right part of the call bar: what can be done now, ending last. FX lane.
final class CallButtons extends HBox {

    private static final int ICON = 18;
    private static final Set<CallPhase> ENDABLE = EnumSet.of(CallPhase.OUTGOING, CallPhase.TALKING, CallPhase.HELD);

    private final CallViewModel model;
    private final CallTexts texts;
    private final Words words;

    CallButtons(CallViewModel model, CallTexts texts) {
        this.model = model;
        this.texts = texts;
        this.words = texts.words();
        getStyleClass().add("buttons");
        setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(
                button("call-answer", Icon.PHONE, words.text("button.answer"), model::answer,
                        EnumSet.of(CallPhase.INCOMING)),
                button("call-reject", Icon.PHONE_OFF, words.text("button.reject"), model::reject,
                        EnumSet.of(CallPhase.INCOMING)),
                mute(), record(), hold(), target(TargetUse.CONSULT, Icon.USERS), target(TargetUse.TRANSFER, Icon.PHONE_FORWARDED),
                grouped("call-swap", Icon.REPEAT, "button.swap", model::swap, CallGrouping::several),
                grouped("call-complete", Icon.PHONE_FORWARDED, "button.complete", model::complete,
                        CallGrouping::consultation),
                grouped("call-back", Icon.CORNER_UP_LEFT, "button.back", model::goBack, CallGrouping::consultation),
                grouped("call-conference", Icon.USERS, "button.conference", model::conference, CallGrouping::joinable),
                keys(), end(),
                button("call-dismiss", Icon.X, words.text("button.dismiss"), model::dismiss, EnumSet.of(CallPhase.ENDED)));
        getChildren().getFirst().getStyleClass().add(Styles.OK);
        getChildren().get(1).getStyleClass().add(Styles.DANGER);
    }

    private Button mute() {
        var muted = model.callProperty().map(CallSnapshot::muted).orElse(false);
        var button = button("call-mute", Icon.MIC, words.text("button.mute"), model::toggleMute,
                EnumSet.of(CallPhase.TALKING, CallPhase.HELD));
        button.graphicProperty().bind(muted.map(on -> (on ? Icon.MIC_OFF : Icon.MIC).node(ICON)));
        rename(button, muted, "button.unmute", "button.mute");
        amber(button, muted);
        return button;
    }

    /// Only where the desk's rules let this call be recorded.
    private Button record() {
        var state = model.callProperty().map(CallSnapshot::recording).orElse(RecordingState.NONE);
        var phases = EnumSet.of(CallPhase.TALKING, CallPhase.HELD);
        var button = button("call-record", Icon.CIRCLE, words.text("button.record"), model::toggleRecording, phases);
        button.graphicProperty().bind(state.map(now -> RecordingMark.icon(now).node(ICON)));
        button.textProperty().bind(texts.text(() -> words.now(RecordingMark.verb(state.getValue())), state));
        amber(button, state.map(now -> now == RecordingState.PAUSED));
        return shown(button, Bindings.createBooleanBinding(
                () -> phases.contains(model.phaseProperty().get()) && state.getValue() != RecordingState.NONE,
                model.phaseProperty(), state));
    }

    private Button hold() {
        var held = model.phaseProperty().map(now -> now == CallPhase.HELD);
        var since = model.meters().heldProperty();
        var button = button("call-hold", Icon.PAUSE, words.text("button.hold"), model::toggleHold,
                EnumSet.of(CallPhase.TALKING, CallPhase.HELD));
        button.graphicProperty().bind(held.map(on -> (on ? Icon.PLAY : Icon.PAUSE).node(ICON)));
        button.textProperty().bind(texts.text(() -> held.getValue()
                ? words.now("button.resume", texts.formats().duration(since.get())) : words.now("button.hold"), held, since));
        amber(button, held);
        return alone(button, EnumSet.of(CallPhase.TALKING, CallPhase.HELD));
    }

    /// Asks whom to consult or to transfer to, by a press or where a key wanted it.
    private Button target(TargetUse use, Icon icon) {
        String key = use.name().toLowerCase(Locale.ROOT);
        var phases = EnumSet.of(CallPhase.TALKING, CallPhase.HELD);
        var button = button("call-" + key, icon, words.text("button." + key), () -> { }, phases);
        var popover = new TargetPopOver(model, texts, use);
        button.setOnAction(event -> popover.toggle(button));
        model.askingProperty().subscribe(asking -> {
            if (asking == use && button.isVisible()) {
                model.asked();
                popover.toggle(button);
            }
        });
        return alone(button, phases);
    }

    private Button grouped(String id, Icon icon, String text, Runnable verb, Predicate<CallGrouping> when) {
        var button = button(id, icon, words.text(text), verb, EnumSet.allOf(CallPhase.class));
        return shown(button, model.groupingProperty().map(when::test));
    }

    /// Only while there is no other call: then swapping takes the place of it.
    private Button alone(Button button, Set<CallPhase> when) {
        return shown(button, Bindings.createBooleanBinding(
                () -> when.contains(model.phaseProperty().get()) && !model.groupingProperty().get().several(),
                model.phaseProperty(), model.groupingProperty()));
    }

    private static Button shown(Button button, ObservableValue<Boolean> when) {
        button.visibleProperty().unbind();
        button.managedProperty().unbind();
        return Shown.when(when, button);
    }

    private Button keys() {
        var keys = button("call-keys", Icon.GRID, words.text("button.keys"), () -> { },
                EnumSet.of(CallPhase.TALKING, CallPhase.HELD));
        keys.disableProperty().bind(model.phaseProperty().map(now -> now == CallPhase.HELD));
        var popover = new KeypadPopOver(model, texts);
        keys.setOnAction(event -> popover.toggle(keys));
        return keys;
    }

    private Button end() {
        var end = button("call-end", Icon.PHONE_OFF, words.text("button.end"), model::end, ENDABLE);
        end.getStyleClass().add(Styles.DANGER);
        return end;
    }

    private Button button(String id, Icon icon, ObservableValue<String> text, Runnable verb, Set<CallPhase> when) {
        var button = new Button("", icon.node(ICON));
        button.setId(id);
        button.getStyleClass().add(Styles.TALL);
        button.textProperty().bind(text);
        button.setOnAction(event -> verb.run());
        button.setMinWidth(USE_PREF_SIZE);
        return Shown.when(model.phaseProperty().map(when::contains), button);
    }

    private void rename(Button button, ObservableValue<Boolean> on, String whenOn, String whenOff) {
        button.textProperty().bind(texts.text(() -> words.now(on.getValue() ? whenOn : whenOff), on));
    }

    private static void amber(Button button, ObservableValue<Boolean> on) {
        on.subscribe(now -> {
            button.getStyleClass().remove(Styles.WARN);
            if (now) {
                button.getStyleClass().add(Styles.WARN);
            }
        });
    }
}
