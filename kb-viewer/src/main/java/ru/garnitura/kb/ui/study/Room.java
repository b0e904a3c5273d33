package ru.garnitura.kb.ui.study;

import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.Words;

/// The parts that drill and quiz are built of. FX lane.
final class Room extends VBox {

    private static final double SPACE = 12;
    private static final double BETWEEN = 8;

    private final Words words;

    Room(Words words) {
        super(SPACE);
        this.words = words;
        getStyleClass().add("study-room");
    }

    Words words() {
        return words;
    }

    /// Empties the room and fills it again.
    void fill(Node... parts) {
        getChildren().setAll(parts);
    }

    /// Gives the focus to the first of these that is there.
    void focus(String... selectors) {
        Stream.of(selectors).map(this::lookup).filter(Objects::nonNull).findFirst().ifPresent(Node::requestFocus);
    }

    Label line(String style, String key, @Nullable Object... args) {
        return text(style, words.now(key, args));
    }

    static Label text(String style, String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    Button button(String id, String key, Icon icon, Runnable verb) {
        var button = new Button(words.now(key), icon.node());
        button.setId(id);
        button.setOnAction(_ -> verb.run());
        return button;
    }

    Button primary(String id, String key, Icon icon, Runnable verb) {
        var button = button(id, key, icon, verb);
        button.getStyleClass().add(Styles.PRIMARY);
        return button;
    }

    static HBox row(Node... nodes) {
        return new HBox(BETWEEN, nodes);
    }
}
