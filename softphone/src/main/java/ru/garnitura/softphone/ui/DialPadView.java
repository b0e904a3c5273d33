package ru.garnitura.softphone.ui;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;

/// Dials: a field that takes a number as people write it, the keys, and the number as it will be called. FX lane.
final class DialPadView extends VBox {

    private final DialViewModel model;
    private final Runnable dialled;

    DialPadView(DialViewModel model, CallTexts texts, Runnable dialled) {
        this.model = model;
        this.dialled = dialled;
        getStyleClass().add("dial-pad");
        getChildren().addAll(field(texts), preview(texts), new Keypad(model::append), call(texts));
    }

    private TextField field(CallTexts texts) {
        var field = new TextField();
        field.setId("dial-number");
        field.promptTextProperty().bind(texts.words().text("dial.prompt"));
        field.accessibleTextProperty().bind(texts.words().text("dial.prompt"));
        field.textProperty().bindBidirectional(model.typedProperty());
        field.setOnAction(event -> call());
        return field;
    }

    private Label preview(CallTexts texts) {
        var preview = new Label();
        preview.setId("dial-preview");
        preview.getStyleClass().add(Styles.SMALL);
        preview.textProperty().bind(texts.text(() -> texts.formats().phone(model.numberProperty().get()),
                model.numberProperty()));
        return preview;
    }

    private Button call(CallTexts texts) {
        var call = new Button("", Icon.PHONE.node());
        call.setId("dial-call");
        call.getStyleClass().addAll(Styles.OK, "wide");
        call.setMaxWidth(Double.MAX_VALUE);
        call.textProperty().bind(texts.words().text("dial.call"));
        call.disableProperty().bind(model.callableProperty().not());
        call.setOnAction(event -> call());
        return call;
    }

    private void call() {
        if (model.call()) {
            dialled.run();
        }
    }
}
