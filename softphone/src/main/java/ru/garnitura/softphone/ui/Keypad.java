package ru.garnitura.softphone.ui;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;

/// Twelve keys of a telephone; typing them does the same. FX lane.
final class Keypad extends GridPane {

    private static final String KEYS = "123456789*0#";
    private static final int COLUMNS = 3;

    Keypad(Consumer<Character> pressed) {
        getStyleClass().add("keypad");
        for (var i = 0; i < KEYS.length(); i++) {
            var key = KEYS.charAt(i);
            var button = new Button(String.valueOf(key));
            button.setId("key-" + (key == '*' ? "star" : key == '#' ? "hash" : String.valueOf(key)));
            button.getStyleClass().add("key");
            button.setOnAction(event -> pressed.accept(key));
            add(button, i % COLUMNS, i / COLUMNS);
        }
        addEventHandler(KeyEvent.KEY_TYPED, event -> typed(event, pressed));
    }

    private static void typed(KeyEvent event, Consumer<Character> pressed) {
        var text = event.getCharacter();
        if (text.length() == 1 && KEYS.contains(text)) {
            pressed.accept(text.charAt(0));
            event.consume();
        }
    }
}
