package ru.garnitura.kb.ui;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.Words;
import ru.garnitura.assets.controls.IconButton;

/// Says that the article is another one than was read before, and shows where. FX lane.
final class ChangesBar extends HBox {

    private final Words words;
    private final Label said = new Label();
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private @Nullable OpenArticle open;

    /// @param next goes to the next place that changed
    ChangesBar(Words words, Runnable next) {
        this.words = words;
        getStyleClass().add("kb-changes");
        said.getStyleClass().add(Styles.SMALL);
        said.setGraphic(Icon.EDIT.node(14));
        said.setWrapText(true);
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        var toggle = new ToggleButton();
        toggle.setId("kb-changes-toggle");
        toggle.getStyleClass().add(Styles.SOFT);
        toggle.setMinWidth(USE_PREF_SIZE);
        toggle.textProperty().bind(shown.flatMap(on -> words.text(on ? "changes.hide" : "changes.show")));
        toggle.selectedProperty().bindBidirectional(shown);
        var on = new IconButton(Icon.CHEVRON_DOWN, words.text("changes.next"));
        on.disableProperty().bind(shown.not());
        on.setOnAction(_ -> next.run());
        getChildren().addAll(said, toggle, on);
        managedProperty().bind(visibleProperty());
        words.language().subscribe(this::tell);
    }

    /// Whether the difference is marked in the text.
    BooleanProperty shownProperty() {
        return shown;
    }

    void show(@Nullable OpenArticle article) {
        open = article;
        shown.set(article != null && article.mine().changed() && article.mine().difference() != null);
        tell();
    }

    private void tell() {
        var difference = open == null ? null : open.mine().difference();
        setVisible(difference != null && difference.places() > 0);
        if (difference != null) {
            said.setText(words.now("changes.places", difference.places()));
        }
    }
}
