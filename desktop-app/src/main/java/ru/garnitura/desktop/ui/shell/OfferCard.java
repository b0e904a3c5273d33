package ru.garnitura.desktop.ui.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.Words;

/// Who calls, with answer and reject, for a screen where the window is not to be seen. FX lane.
public final class OfferCard extends VBox {

    /// @param who   name; may be empty
    /// @param place number and queue, ready to read; may be empty
    public OfferCard(String who, String place, Verbs verbs, Words words) {
        getStyleClass().addAll("offer-card", Styles.SURFACE);
        setId("offer-card");
        Label title = new Label(words.now("ring.title"));
        title.setGraphic(Icon.PHONE_INCOMING.node());
        title.getStyleClass().add(Styles.MUTED);
        Label name = new Label(who.isEmpty() ? words.now("ring.unknown") : who);
        name.getStyleClass().add(Styles.TITLE);
        Label detail = new Label(place);
        detail.getStyleClass().add(Styles.SMALL);
        HBox buttons = new HBox(8, button(words.now("ring.answer"), Icon.PHONE, Styles.OK, verbs.answer()),
                button(words.now("ring.reject"), Icon.PHONE_OFF, Styles.DANGER, verbs.reject()));
        getChildren().addAll(title, name, detail, buttons);
    }

    public record Verbs(Runnable answer, Runnable reject) {
    }

    private static Button button(String text, Icon icon, String tone, Runnable action) {
        Button button = new Button(text, icon.node());
        button.getStyleClass().add(tone);
        button.setFocusTraversable(false);
        button.setOnAction(event -> action.run());
        return button;
    }
}
