package ru.garnitura.softphone.ui;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.call.CallState;

/// The calls that are not at hand: who, and what a press does. A ringing one is answered, one on hold is turned to; the
/// call at hand goes on hold. FX lane.
final class OtherCalls extends HBox {

    private static final int ICON = 14;

    private final CallViewModel model;
    private final CallTexts texts;

    OtherCalls(CallViewModel model, CallTexts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("other-calls");
        setAlignment(Pos.CENTER_LEFT);
        model.others().addListener((ListChangeListener<CallSnapshot>) change -> rebuild());
        rebuild();
    }

    private void rebuild() {
        getChildren().clear();
        for (var i = 0; i < model.others().size(); i++) {
            getChildren().add(button(i, model.others().get(i)));
        }
        boolean some = !getChildren().isEmpty();
        setVisible(some);
        setManaged(some);
    }

    /// Red once the customer has waited longer than was promised.
    private void late(Button button, CallSnapshot call) {
        if (model.heldFor(call).compareTo(model.meters().times().promise()) > 0) {
            button.getStyleClass().remove(Styles.WARN);
            if (!button.getStyleClass().contains(Styles.DANGER)) {
                button.getStyleClass().add(Styles.DANGER);
            }
        }
    }

    private Button button(int place, CallSnapshot call) {
        boolean rings = call.state() == CallState.RINGING;
        var button = new Button("", (rings ? Icon.PHONE_INCOMING : call.inConference() ? Icon.USERS : Icon.PAUSE).node(ICON));
        button.setId("other-call-" + place);
        button.getStyleClass().addAll(rings ? Styles.OK : Styles.WARN, Styles.SMALL);
        var elapsed = model.meters().elapsedProperty();
        button.textProperty().bind(texts.text(() -> texts.other(call, model.heldFor(call)), elapsed));
        elapsed.subscribe(now -> late(button, call));
        button.setOnAction(event -> model.turnTo(call.id()));
        return button;
    }
}
