package ru.garnitura.sessions.ui;

import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Styles;
import ru.garnitura.sessions.chat.Draft;
import ru.garnitura.sessions.session.Session;

/// Where the operator writes: an answer in a chat, notes during a call. It follows the model's draft and never asks
/// for the focus by itself.
final class ComposerView extends VBox {

    private static final int ROWS = 3;

    private final ConversationViewModel model;
    private final Look look;
    private final TextArea area = new TextArea();
    private final Button send = new Button();
    private final HBox sending;
    private final Label saved = Columns.label("", Styles.SMALL, Styles.MUTED);
    private boolean following;

    ComposerView(ConversationViewModel model, Look look) {
        this.model = model;
        this.look = look;
        getStyleClass().addAll("composer", Styles.SURFACE, Styles.LINE_TOP);
        area.setId("composer");
        area.setWrapText(true);
        area.setPrefRowCount(ROWS);
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        area.textProperty().subscribe(this::written);
        area.caretPositionProperty().subscribe(this::written);
        send.setId("send");
        send.getStyleClass().add(Styles.PRIMARY);
        send.textProperty().bind(look.words().text("composer.send"));
        send.setOnAction(event -> model.send());
        sending = new HBox(Columns.label(look.words().text("composer.key"), Styles.KEY), send);
        sending.getStyleClass().add("sending");
        HBox foot = new HBox(Columns.spring(), saved, sending);
        foot.getStyleClass().add("composer-foot");
        getChildren().addAll(area, foot);
        model.draft().subscribe(this::follow);
        model.draftState().subscribe(this::showState);
        model.current().subscribe(this::showSession);
        look.words().language().subscribe(language -> {
            showSession(model.current().get());
            showState(model.draftState().get());
        });
    }

    void focus() {
        area.requestFocus();
    }

    boolean isFocusedInside() {
        return area.isFocused();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            model.send();
            event.consume();
        } else if (event.getCode() == KeyCode.TAB && !event.isShortcutDown()) {
            area.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        }
    }

    private void written() {
        if (!following) {
            following = true;
            model.write(new Draft(area.getText(), area.getCaretPosition()));
            following = false;
        }
    }

    private void follow(Draft draft) {
        if (following) {
            return;
        }
        following = true;
        if (!area.getText().equals(draft.text())) {
            area.setText(draft.text());
        }
        area.positionCaret(draft.caret());
        following = false;
    }

    private void showState(DraftState state) {
        saved.setText(switch (state) {
            case EMPTY -> "";
            case UNSAVED -> look.words().now("draft.unsaved");
            case SAVED -> look.words().now("draft.saved");
        });
    }

    private void showSession(@Nullable Session session) {
        boolean call = session != null && session.channel().isCall();
        area.setPromptText(look.words().now(call ? "composer.notes" : "composer.prompt"));
        area.setAccessibleText(area.getPromptText());
        area.setEditable(model.canWrite());
        Columns.show(sending, !call);
        send.setDisable(!model.canSend());
    }
}
