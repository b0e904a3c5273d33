package ru.garnitura.softphone.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.softphone.ui.NumberDirectory.Listed;

/// A field for a name or a number, with those who fit it below. The arrows choose, Enter takes; Enter without a choice
/// calls. The focus stays in the field. FX lane.
final class DirectoryField extends VBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double GAP = 4;

    private final DirectoryViewModel model;
    private final CallTexts texts;
    private final TextField field = new TextField();
    private final VBox rows = new VBox();

    /// @param id    of the text field
    /// @param enter runs on Enter where nobody is chosen
    DirectoryField(DirectoryViewModel model, CallTexts texts, String id, Runnable enter) {
        super(GAP);
        this.model = model;
        this.texts = texts;
        field.setId(id);
        field.promptTextProperty().bind(texts.words().text("dial.prompt"));
        field.accessibleTextProperty().bind(texts.words().text("dial.prompt"));
        field.textProperty().bindBidirectional(model.typedProperty());
        field.setOnAction(event -> {
            if (model.takeChosen()) {
                field.end();
            } else {
                enter.run();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::arrow);
        rows.setId(id + "-found");
        rows.getStyleClass().add("directory");
        getChildren().addAll(field, Shown.when(Bindings.isNotEmpty(model.found()), rows));
        model.found().addListener((ListChangeListener<Listed>) change -> fill());
        model.chosenProperty().subscribe(now -> mark());
    }

    /// What the screen reader says instead of the usual hint.
    void describe(ObservableValue<String> description) {
        field.accessibleTextProperty().bind(description);
    }

    void edit() {
        field.requestFocus();
        field.end();
    }

    private void arrow(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> model.down();
            case UP -> model.up();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void fill() {
        List<Node> fitting = new ArrayList<>();
        model.found().forEach(listed -> fitting.add(row(listed)));
        rows.getChildren().setAll(fitting);
        mark();
    }

    private Button row(Listed listed) {
        var name = new Label(CallTexts.plain(listed.name()));
        name.setTextOverrun(OverrunStyle.ELLIPSIS);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        var number = new Label(texts.formats().phone(CallTexts.plain(listed.number())));
        number.getStyleClass().add(Styles.SMALL);
        number.setMinWidth(USE_PREF_SIZE);
        var line = new HBox(GAP + GAP, (listed.kind() == Listed.Kind.COLLEAGUE ? Icon.USERS : Icon.USER).node(), name, number);
        line.setAlignment(Pos.CENTER_LEFT);
        var row = new Button("", line);
        row.getStyleClass().addAll(Styles.FLAT, "wide");
        row.setMaxWidth(Double.MAX_VALUE);
        row.setFocusTraversable(false);
        row.setAccessibleText(name.getText() + " " + number.getText());
        row.setOnAction(event -> {
            model.take(listed);
            edit();
        });
        return row;
    }

    private void mark() {
        for (int i = 0; i < rows.getChildren().size(); i++) {
            rows.getChildren().get(i).pseudoClassStateChanged(CHOSEN, i == model.chosenProperty().get());
        }
    }
}
