package ru.garnitura.softphone.ui;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.softphone.call.DialTarget;

/// Asks whom to consult or whom to transfer to: a field, the number as it will be called, one button. Enter does it,
/// Escape leaves. FX lane.
final class TargetPopOver {

    private static final String ANY_DOMAIN = "localhost";

    private final CallViewModel model;
    private final TargetUse use;
    private final DirectoryViewModel directory;
    private final DirectoryField number;
    private final PopOver popover;

    TargetPopOver(CallViewModel model, CallTexts texts, TargetUse use) {
        this.model = model;
        this.use = use;
        String key = use.name().toLowerCase(Locale.ROOT);
        directory = model.newDirectory();
        number = new DirectoryField(directory, texts, key + "-number", this::act);
        number.describe(texts.words().text(use.prompt()));
        var title = new Label();
        title.getStyleClass().add(Styles.STRONG);
        title.textProperty().bind(texts.words().text(use.prompt()));
        var preview = new Label();
        preview.getStyleClass().add(Styles.SMALL);
        preview.textProperty().bind(texts.text(() -> directory.preview(texts.formats()),
                directory.typedProperty()));
        var content = new VBox(8, title, number, preview, button(texts, key));
        content.getStyleClass().add("keypad-popover");
        popover = new PopOver(content);
        popover.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
        popover.setDetachable(false);
        popover.setAnimated(false);
        model.phaseProperty().subscribe(phase -> {
            if (!phase.connected()) {
                popover.hide();
            }
        });
    }

    private Button button(CallTexts texts, String key) {
        var icon = use == TargetUse.CONSULT ? Icon.USERS : Icon.PHONE_FORWARDED;
        var button = new Button("", icon.node());
        button.setId(key + "-go");
        button.getStyleClass().addAll(Styles.PRIMARY, "wide");
        button.setMaxWidth(Double.MAX_VALUE);
        button.textProperty().bind(texts.words().text(use.verb()));
        button.disableProperty().bind(Bindings.createBooleanBinding(() -> !callable(), directory.typedProperty()));
        button.setOnAction(event -> act());
        return button;
    }

    private boolean callable() {
        return !typed().isBlank() && DialTarget.parse(typed(), ANY_DOMAIN).isPresent();
    }

    private String typed() {
        return directory.typedProperty().get();
    }

    void toggle(Node owner) {
        if (popover.isShowing()) {
            popover.hide();
        } else {
            directory.take("");
            popover.show(owner);
            number.edit();
        }
    }

    private void act() {
        if (callable()) {
            popover.hide();
            switch (use) {
                case CONSULT -> model.consult(typed());
                case TRANSFER -> model.transfer(typed());
            }
        }
    }
}
