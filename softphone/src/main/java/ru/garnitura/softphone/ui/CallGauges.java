package ru.garnitura.softphone.ui;

import java.time.Duration;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.Tone;
import ru.garnitura.assets.controls.Chip;
import ru.garnitura.assets.controls.TimerLabel;
import ru.garnitura.assets.controls.Tip;
import ru.garnitura.softphone.call.MediaSnapshot;

/// Middle of the call bar: the timer, both levels, the quality of the line, and what is wrong with the sound. FX lane.
final class CallGauges extends HBox {

    /// Below this people begin to complain (ITU-T G.107: "some users dissatisfied").
    private static final double AMBER_MOS = 3.6;
    private static final double RED_MOS = 3.1;
    private static final Duration WORRYING_SILENCE = Duration.ofSeconds(5);

    private static final int LOCK_ICON = 13;

    private final CallViewModel model;
    private final CallTexts texts;

    CallGauges(CallViewModel model, CallTexts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("gauges");
        setAlignment(Pos.CENTER_LEFT);
        var timer = new TimerLabel(texts.formats());
        timer.setId("call-timer");
        timer.getStyleClass().add(Styles.FIGURES);
        timer.timeProperty().bind(model.meters().elapsedProperty());
        Shown.when(model.callProperty().map(call -> call.end() == null || call.answeredAt() != null).orElse(false), timer);
        getChildren().addAll(timer, levels(), notes());
    }

    private Node levels() {
        var customer = new LevelBars(texts.words().text("level.customer"), Styles.OK);
        var own = new LevelBars(texts.words().text("level.own"), Styles.ACCENT);
        model.meters().mediaProperty().subscribe(media -> {
            if (media.equals(MediaSnapshot.NONE)) {
                customer.clear();
                own.clear();
            } else {
                customer.push(media.receiveLevel());
                own.push(media.sendLevel());
            }
        });
        return Shown.when(model.phaseProperty().map(CallPhase::connected), new HBox(12, customer, own));
    }

    private Node notes() {
        var notes = new VBox(3, promise(), line(), trouble());
        notes.setAlignment(Pos.CENTER_LEFT);
        return notes;
    }

    private Node promise() {
        var held = model.meters().heldProperty();
        var promise = new Label();
        promise.setId("hold-promise");
        promise.getStyleClass().addAll(Styles.STRONG, Styles.WARN);
        promise.textProperty().bind(texts.text(() -> texts.promise(held.get(), model.meters().times().promise()), held));
        model.meters().promiseBrokenProperty().subscribe(broken -> {
            promise.getStyleClass().removeAll(Styles.WARN, Styles.DANGER);
            promise.getStyleClass().add(broken ? Styles.DANGER : Styles.WARN);
        });
        return Shown.when(phaseIs(CallPhase.HELD), promise);
    }

    private Node line() {
        var media = model.meters().mediaProperty();
        var quality = new Label();
        quality.setId("call-quality");
        quality.textProperty().bind(texts.text(() -> texts.quality(media.get()), media));
        media.map(CallGauges::tone).subscribe((before, tone) -> {
            quality.getStyleClass().removeAll(Styles.OK, Styles.WARN, Styles.DANGER, Styles.NEUTRAL);
            quality.getStyleClass().add(tone.style());
        });
        var weak = Shown.when(media.map(now -> tone(now) != Tone.OK && now.mos() >= 1),
                Chip.of(Tone.WARN, texts.words().text("quality.weak")).with(Icon.WIFI_OFF));
        var codec = new Label();
        codec.textProperty().bind(media.map(MediaSnapshot::codec));
        codec.getStyleClass().add(Styles.SMALL);
        codec.setMinWidth(Region.USE_PREF_SIZE);
        quality.setMinWidth(Region.USE_PREF_SIZE);
        var row = new HBox(8, quality, weak, codec, encryption());
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add(Styles.SMALL);
        return Shown.when(model.phaseProperty().map(CallPhase::connected), row);
    }

    private Node encryption() {
        var label = new Label();
        label.setId("call-encryption");
        label.getStyleClass().add(Styles.SMALL);
        var encrypted = model.meters().mediaProperty().map(MediaSnapshot::encrypted);
        encrypted.subscribe(on -> label.setGraphic((on ? Icon.LOCK : Icon.UNLOCK).node(LOCK_ICON)));
        label.textProperty().bind(texts.text(
                () -> texts.words().now(encrypted.getValue() ? "quality.encrypted" : "quality.open"), encrypted));
        // The lock alone in the bar, which is narrow on a small screen; its words under the mouse.
        label.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.accessibleTextProperty().bind(label.textProperty());
        Tip.on(label, label.textProperty());
        return Shown.when(model.meters().mediaProperty().map(media -> !media.codec().isEmpty()), label);
    }

    private Node trouble() {
        var silence = model.meters().silenceProperty();
        var device = model.meters().deviceProperty();
        var silent = Shown.when(silence.map(now -> now.compareTo(WORRYING_SILENCE) >= 0), new Chip(Tone.DANGER)
                .with(Icon.VOLUME_X));
        silent.textProperty().bind(texts.text(
                () -> texts.words().now("call.silent", texts.formats().duration(silence.get())), silence));
        var notice = new Chip(Tone.WARN).with(Icon.HEADPHONES);
        notice.setId("device-notice");
        notice.textProperty().bind(texts.text(() -> texts.device(device.get()), device));
        Shown.when(notice.textProperty().map(text -> !text.isEmpty()), notice);
        var setback = new Chip(Tone.DANGER).with(Icon.ALERT_TRIANGLE);
        setback.setId("call-setback");
        setback.textProperty().bind(texts.text(() -> texts.setback(model.setbackProperty().get()),
                model.setbackProperty()));
        Shown.when(setback.textProperty().map(text -> !text.isEmpty()), setback);
        var row = new HBox(8, setback, silent, notice);
        var shown = Bindings.or(setback.visibleProperty(), Bindings.or(silent.visibleProperty(), notice.visibleProperty()));
        return Shown.when(shown, row);
    }

    private ObservableValue<Boolean> phaseIs(CallPhase wanted) {
        return model.phaseProperty().map(now -> now == wanted);
    }

    private static Tone tone(MediaSnapshot media) {
        if (media.mos() < 1) {
            return Tone.NEUTRAL;
        }
        return media.mos() < RED_MOS ? Tone.DANGER : media.mos() < AMBER_MOS ? Tone.WARN : Tone.OK;
    }
}
