package ru.garnitura.desktop.ui;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import javafx.util.Subscription;

/// The desk's commands by their keys, for a whole scene. They are heard before any control, so that a shortcut works
/// wherever the focus is; plain typing is never taken away. A key held down gives its command once. FX lane.
public final class KeyMap {

    private final List<Command> commands;
    private final Map<KeyCombination, Command> byKeys = new HashMap<>();
    private final Set<KeyCode> down = new HashSet<>();

    /// @throws IllegalArgumentException when two commands share their keys
    public KeyMap(List<Command> commands) {
        this.commands = List.copyOf(commands);
        for (Command command : commands) {
            if (command.keys() == null) {
                continue;
            }
            Command other = byKeys.put(command.keys(), command);
            if (other != null) {
                throw new IllegalArgumentException(other.id() + " and " + command.id() + " share " + command.keys());
            }
        }
    }

    public List<Command> commands() {
        return commands;
    }

    /// Listens in the scene until the returned task is run.
    public Runnable install(Scene scene) {
        EventHandler<KeyEvent> pressed = this::pressed;
        EventHandler<KeyEvent> released = this::released;
        // A key released in another window is never heard of.
        Subscription focus = scene.windowProperty().flatMap(Window::focusedProperty).subscribe(down::clear);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, pressed);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, released);
        return () -> {
            focus.unsubscribe();
            scene.removeEventFilter(KeyEvent.KEY_PRESSED, pressed);
            scene.removeEventFilter(KeyEvent.KEY_RELEASED, released);
        };
    }

    void pressed(KeyEvent event) {
        boolean repeated = !down.add(event.getCode());
        for (Map.Entry<KeyCombination, Command> entry : byKeys.entrySet()) {
            if (entry.getKey().match(event)) {
                event.consume();
                if (!repeated && entry.getValue().isEnabled()) {
                    entry.getValue().action().run();
                }
                return;
            }
        }
    }

    void released(KeyEvent event) {
        down.remove(event.getCode());
    }
}
