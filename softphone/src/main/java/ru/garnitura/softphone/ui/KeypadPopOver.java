package ru.garnitura.softphone.ui;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import ru.garnitura.assets.Styles;

/// The keypad during a call: each press is sent at once, and shown. FX lane.
final class KeypadPopOver {

    private final CallViewModel model;
    private final StringProperty sent = new SimpleStringProperty(this, "sent", "");
    private final PopOver popover;

    KeypadPopOver(CallViewModel model, CallTexts texts) {
        this.model = model;
        var shown = new Label();
        shown.setId("keys-sent");
        shown.getStyleClass().add(Styles.TITLE);
        shown.textProperty().bind(sent);
        var hint = new Label();
        hint.getStyleClass().add(Styles.SMALL);
        hint.textProperty().bind(texts.words().text("keys.hint"));
        var content = new VBox(8, shown, new Keypad(this::press), hint);
        content.getStyleClass().add("keypad-popover");
        popover = new PopOver(content);
        popover.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
        popover.setDetachable(false);
        popover.setAnimated(false);
        model.phaseProperty().subscribe(phase -> {
            if (phase != CallPhase.TALKING) {
                sent.set("");
                popover.hide();
            }
        });
    }

    void toggle(Node owner) {
        if (popover.isShowing()) {
            popover.hide();
        } else {
            popover.show(owner);
        }
    }

    private void press(char digit) {
        model.sendDigit(digit);
        sent.set(sent.get() + digit);
    }
}
