package ru.garnitura.softphone.ui;

import java.time.Duration;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.Tone;
import ru.garnitura.assets.controls.Chip;
import ru.garnitura.assets.controls.Tip;

/// Left part of the call bar: the call's mark, who, its state, and what is known of the way here. FX lane.
final class CallWho extends HBox {

    private static final int MARK_ICON = 20;
    private static final double FULL_RING = 360;

    private final CallViewModel model;
    private final CallTexts texts;

    CallWho(CallViewModel model, CallTexts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("who");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(mark(), lines());
    }

    private Node mark() {
        var phase = model.phaseProperty();
        var left = model.meters().offerLeftProperty();
        var counting = phase.map(now -> now == CallPhase.INCOMING && model.meters().times().offer().isPositive());
        var ring = new CountdownRing(Icon.PHONE_INCOMING.node(MARK_ICON));
        ring.degreesProperty().bind(left.map(now -> FULL_RING * share(now)));
        return new StackPane(Shown.when(counting, ring), Shown.when(counting.map(on -> !on), square()));
    }

    private Node square() {
        var square = new StackPane();
        square.getStyleClass().add("mark");
        model.phaseProperty().subscribe(now -> square.getChildren().setAll(icon(now).node(MARK_ICON)));
        return square;
    }

    private Node lines() {
        var call = model.callProperty();
        var name = new Label();
        name.setId("call-who");
        name.getStyleClass().add("name");
        name.textProperty().bind(texts.text(() -> texts.who(call.get()), call));
        name.tooltipProperty().bind(call.map(now -> now.remote().asserted() ? null : unverified()));
        var first = new HBox(8, name, state(), RecordingMark.of(model, texts), mutedChip(), heldByPeerChip());
        first.setAlignment(Pos.CENTER_LEFT);
        var detail = new Label();
        detail.setId("call-detail");
        detail.getStyleClass().add(Styles.SMALL);
        detail.textProperty().bind(texts.text(() -> texts.detail(call.get()), call));
        Tip.on(detail, detail.textProperty());
        var others = new OtherCalls(model, texts);
        Shown.when(others.visibleProperty().not(), detail);
        var lines = new VBox(2, first, detail, others);
        lines.getStyleClass().add("lines");
        lines.setAlignment(Pos.CENTER_LEFT);
        return lines;
    }

    private Chip state() {
        var phase = model.phaseProperty();
        var chip = new Chip(Tone.NEUTRAL);
        chip.setId("call-state");
        chip.textProperty().bind(texts.text(() -> texts.phase(phase.get()), phase));
        chip.toneProperty().bind(phase.map(CallWho::tone));
        return Shown.when(RecordingMark.shown(model).map(recorded -> !recorded).orElse(true), chip);
    }

    private Chip mutedChip() {
        return Shown.when(model.callProperty().map(call -> call.muted() && model.phaseProperty().get().connected())
                .orElse(false), Chip.of(Tone.WARN, texts.words().text("call.muted")).with(Icon.MIC_OFF));
    }

    private Chip heldByPeerChip() {
        return Shown.when(model.callProperty().map(call -> call.heldByPeer() && call.end() == null).orElse(false),
                Chip.of(Tone.WARN, texts.words().text("call.heldByPeer")).with(Icon.PAUSE));
    }

    private Tooltip unverified() {
        var tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.words().text("call.unverified"));
        return tooltip;
    }

    private double share(Duration left) {
        return (double) left.toMillis() / model.meters().times().offer().toMillis();
    }

    private static Tone tone(CallPhase phase) {
        return switch (phase) {
            case INCOMING, OUTGOING -> Tone.ACCENT;
            case TALKING -> Tone.OK;
            case HELD -> Tone.WARN;
            case NONE, ENDED -> Tone.NEUTRAL;
        };
    }

    private static Icon icon(CallPhase phase) {
        return switch (phase) {
            case NONE, TALKING -> Icon.PHONE_CALL;
            case INCOMING -> Icon.PHONE_INCOMING;
            case OUTGOING -> Icon.PHONE_OUTGOING;
            case HELD -> Icon.PAUSE;
            case ENDED -> Icon.PHONE_OFF;
        };
    }
}
