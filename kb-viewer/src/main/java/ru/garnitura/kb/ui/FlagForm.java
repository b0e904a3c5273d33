package ru.garnitura.kb.ui;

import java.util.function.BiConsumer;
import javafx.collections.FXCollections;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.Words;
import ru.garnitura.kb.sync.KbFeedback.FlagKind;

/// Says to the editors what is wrong with a passage.
final class FlagForm extends VBox {

    private static final int MAX_COMMENT = 2_000;
    private static final int ROWS = 3;

    private final TextArea comment = new TextArea();
    private final Button button = new Button();

    FlagForm(Words words, BiConsumer<FlagKind, String> send) {
        getStyleClass().add("kb-flag-form");
        var title = new Label();
        title.textProperty().bind(words.text("flag.title"));
        title.getStyleClass().add(Styles.STRONG);
        var kind = new ComboBox<>(FXCollections.observableArrayList(FlagKind.values()));
        kind.setConverter(converter(words));
        kind.getSelectionModel().selectFirst();
        kind.setMaxWidth(Double.MAX_VALUE);
        comment.setId("kb-flag-comment");
        comment.promptTextProperty().bind(words.text("flag.comment"));
        comment.setWrapText(true);
        comment.setPrefRowCount(ROWS);
        button.setId("kb-flag-send");
        button.textProperty().bind(words.text("flag.send"));
        button.getStyleClass().add(Styles.PRIMARY);
        button.disableProperty().bind(comment.textProperty().map(String::isBlank));
        button.setOnAction(_ -> send.accept(kind.getValue(), cut(comment.getText().strip())));
        comment.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        getChildren().addAll(title, kind, comment, button);
    }

    /// Ready to be written in.
    void begin() {
        comment.requestFocus();
    }

    /// A text area keeps Tab for itself; here it leads on, and Ctrl+Enter sends as in a reply.
    private void onKey(KeyEvent key) {
        if (key.getCode() == KeyCode.TAB) {
            comment.requestFocusTraversal(key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER && key.isShortcutDown()) {
            button.fire();
            key.consume();
        }
    }

    private static String cut(String text) {
        return text.length() <= MAX_COMMENT ? text : text.substring(0, MAX_COMMENT);
    }

    private static StringConverter<FlagKind> converter(Words words) {
        return new StringConverter<>() {
            @Override
            public String toString(FlagKind kind) {
                return words.now(switch (kind) {
                    case WRONG -> "flag.wrong";
                    case OUTDATED -> "flag.outdated";
                    case UNCLEAR -> "flag.unclear";
                    case MISSING -> "flag.missing";
                });
            }

            @Override
            public FlagKind fromString(String text) {
                throw new UnsupportedOperationException("the kinds are chosen, not typed");
            }
        };
    }
}
