package ru.garnitura.kb.ui;

import java.util.function.BiConsumer;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.Words;
import ru.garnitura.kb.sync.KbFeedback.FlagKind;

/// Says to the editors what is wrong with a passage.
final class FlagForm extends VBox {

    private static final int MAX_COMMENT = 2_000;
    private static final int ROWS = 3;

    FlagForm(Words words, BiConsumer<FlagKind, String> send) {
        getStyleClass().add("kb-flag-form");
        var title = new Label();
        title.textProperty().bind(words.text("flag.title"));
        title.getStyleClass().add(Styles.STRONG);
        var kind = new ComboBox<>(FXCollections.observableArrayList(FlagKind.values()));
        kind.setConverter(converter(words));
        kind.getSelectionModel().selectFirst();
        kind.setMaxWidth(Double.MAX_VALUE);
        var comment = new TextArea();
        comment.setId("kb-flag-comment");
        comment.promptTextProperty().bind(words.text("flag.comment"));
        comment.setWrapText(true);
        comment.setPrefRowCount(ROWS);
        var button = new Button();
        button.setId("kb-flag-send");
        button.textProperty().bind(words.text("flag.send"));
        button.getStyleClass().add(Styles.PRIMARY);
        button.disableProperty().bind(comment.textProperty().map(String::isBlank));
        button.setOnAction(_ -> send.accept(kind.getValue(), cut(comment.getText().strip())));
        getChildren().addAll(title, kind, comment, button);
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
