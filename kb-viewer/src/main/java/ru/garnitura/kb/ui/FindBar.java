package ru.garnitura.kb.ui;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.Words;
import ru.garnitura.assets.controls.IconButton;
import ru.garnitura.kb.article.Difference.Row;

/// Finds words in the article on screen: Enter goes to the next place, with Shift to the one before, Esc
/// puts the bar away. FX lane.
final class FindBar extends HBox {

    private final Words words;
    private final IntConsumer show;
    private final TextField field = new TextField();
    private final Label found = new Label();
    private List<Row> rows = List.of();
    private List<Integer> places = List.of();
    private int at = -1;

    /// @param show brings a row of the article to the eye
    FindBar(Words words, IntConsumer show) {
        this.words = words;
        this.show = show;
        getStyleClass().add("kb-find");
        field.setId("kb-find");
        field.promptTextProperty().bind(words.text("find.prompt"));
        field.accessibleTextProperty().bind(words.text("find.prompt"));
        HBox.setHgrow(field, Priority.ALWAYS);
        found.setId("kb-find-count");
        found.getStyleClass().add(Styles.SMALL);
        found.setMinWidth(USE_PREF_SIZE);
        var before = new IconButton(Icon.CHEVRON_UP, words.text("find.before"));
        before.setOnAction(_ -> step(-1));
        var next = new IconButton(Icon.CHEVRON_DOWN, words.text("find.next"));
        next.setOnAction(_ -> step(1));
        var away = new IconButton(Icon.X, words.text("find.close"));
        away.setOnAction(_ -> close());
        getChildren().addAll(field, found, before, next, away);
        field.textProperty().subscribe(_ -> find());
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    /// The words looked for, empty while the bar is away.
    ReadOnlyStringProperty soughtProperty() {
        return field.textProperty();
    }

    /// The rows to look in; what was looked for is looked for again.
    void lookIn(List<Row> article) {
        rows = article;
        find();
    }

    void open() {
        setVisible(true);
        field.requestFocus();
        field.selectAll();
    }

    /// @return whether it was open
    boolean close() {
        var open = isVisible();
        setVisible(false);
        field.clear();
        return open;
    }

    void step(int direction) {
        if (!places.isEmpty()) {
            at = Math.floorMod(at + direction, places.size());
            show.accept(places.get(at));
        }
        tell();
    }

    private void find() {
        var sought = field.getText();
        places = sought.isBlank() ? List.of() : IntStream.range(0, rows.size()).boxed()
                .flatMap(row -> IntStream.range(0, Highlight.count(sought, rows.get(row).content().plain()))
                        .mapToObj(_ -> row)).toList();
        at = -1;
        if (places.isEmpty()) {
            tell();
        } else {
            step(1);
        }
    }

    private void tell() {
        found.setText(field.getText().isBlank() ? "" : words.now("find.count", at + 1, places.size()));
    }

    private void onKey(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER) {
            step(key.isShiftDown() ? -1 : 1);
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE) {
            close();
            key.consume();
        }
    }
}
