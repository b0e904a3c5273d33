package ru.garnitura.kb.ui;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.Words;
import ru.garnitura.assets.controls.IconButton;
import ru.garnitura.kb.index.Understanding;

/// The field to type into, what was understood, and the section searched in.
final class SearchBox extends VBox {

    private final TextField field = new TextField();

    SearchBox(SearchViewModel search, Words words) {
        getStyleClass().add("kb-search");
        field.setId("kb-search");
        field.promptTextProperty().bind(words.text("search.prompt"));
        field.accessibleTextProperty().bind(words.text("search.prompt"));
        field.textProperty().bindBidirectional(search.typedProperty());
        HBox.setHgrow(field, Priority.ALWAYS);
        var icon = Icon.SEARCH.node();
        icon.setMouseTransparent(true);
        var clear = new IconButton(Icon.X, words.text("search.clear"));
        clear.setFocusTraversable(false);
        clear.visibleProperty().bind(search.typedProperty().isNotEmpty());
        clear.setOnAction(_ -> clear(search));
        var frame = new StackPane(field, icon, clear);
        frame.getStyleClass().add("kb-search-frame");
        StackPane.setAlignment(icon, Pos.CENTER_LEFT);
        StackPane.setAlignment(clear, Pos.CENTER_RIGHT);
        getChildren().addAll(frame, understood(search, words), new FilterBar(search, words));
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                search.settle();
            }
        });
    }

    TextField field() {
        return field;
    }

    private void clear(SearchViewModel search) {
        search.settle();
        field.clear();
        field.requestFocus();
    }

    /// Shown only where what was searched for is not what was typed; the typed words stay in the field.
    private static Label understood(SearchViewModel search, Words words) {
        var label = new Label();
        label.setId("kb-understood");
        label.getStyleClass().addAll(Styles.SMALL, "kb-understood");
        label.setWrapText(true);
        label.textProperty().bind(Bindings.createStringBinding(
                () -> text(search.answerProperty().get().understanding(), words),
                search.answerProperty(), words.language()));
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private static String text(Understanding understanding, Words words) {
        if (understanding.isAsTyped()) {
            return "";
        }
        return words.now(understanding.both() ? "search.both" : "search.understood", understanding.reading());
    }
}
