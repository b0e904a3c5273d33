package ru.garnitura.softphone.ui;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.softphone.call.CallDirection;
import ru.garnitura.softphone.call.CallSnapshot;

/// Dials: a field that takes a number as people write it, the keys, and the number as it will be called. FX lane.
final class DialPadView extends VBox {

    private final DialViewModel model;
    private final Runnable dialled;
    private final DirectoryField number;

    DialPadView(DialViewModel model, CallTexts texts, Runnable dialled) {
        this.model = model;
        this.dialled = dialled;
        number = new DirectoryField(model.directory(), texts, "dial-number", this::call);
        getStyleClass().add("dial-pad");
        getChildren().addAll(number, preview(texts), new Keypad(model::append), call(texts), recent(texts));
    }

    private Label preview(CallTexts texts) {
        var preview = new Label();
        preview.setId("dial-preview");
        preview.getStyleClass().add(Styles.SMALL);
        preview.textProperty().bind(texts.text(() -> model.directory().preview(texts.formats()),
                model.directory().typedProperty()));
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

    /// The numbers called or heard from last: a press writes one into the field, to be called by Enter.
    private VBox recent(CallTexts texts) {
        var title = new Label();
        title.getStyleClass().add(Styles.SMALL);
        title.textProperty().bind(texts.words().text("dial.recent"));
        var list = new VBox(2);
        list.setId("dial-recent");
        var box = Shown.when(Bindings.isNotEmpty(model.recent())
                .and(Bindings.isEmpty(model.directory().found())), new VBox(4, title, list));
        model.recent().addListener((ListChangeListener<CallSnapshot>) change -> fill(list, texts));
        fill(list, texts);
        return box;
    }

    private void fill(VBox list, CallTexts texts) {
        list.getChildren().setAll(model.recent().stream().map(former -> former(former, texts)).toList());
    }

    private Button former(CallSnapshot former, CallTexts texts) {
        var incoming = former.direction() == CallDirection.INCOMING;
        var missed = incoming && former.answeredAt() == null;
        var button = new Button("", (missed ? Icon.PHONE_MISSED : incoming ? Icon.PHONE_INCOMING : Icon.PHONE_OUTGOING).node());
        button.getStyleClass().addAll(Styles.FLAT, "wide");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.textProperty().bind(texts.text(() -> texts.who(former)));
        button.setOnAction(event -> {
            model.take(former);
            number.edit();
        });
        return button;
    }

    private void call() {
        if (model.call()) {
            dialled.run();
        }
    }
}
