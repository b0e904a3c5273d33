package ru.garnitura.desktop.ui;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The desk's commands by their keys, for a whole scene. They are heard before any control, so that a shortcut works
/// wherever the focus is; plain typing is never taken away. FX lane.
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
        javafx.event.EventHandler<KeyEvent> pressed = this::pressed;
        javafx.event.EventHandler<KeyEvent> released = event -> down.remove(event.getCode());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, pressed);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, released);
        return () -> {
            scene.removeEventFilter(KeyEvent.KEY_PRESSED, pressed);
            scene.removeEventFilter(KeyEvent.KEY_RELEASED, released);
        };
    }

    private void pressed(KeyEvent event) {
        boolean repeated = !down.add(event.getCode());
        for (Map.Entry<KeyCombination, Command> entry : byKeys.entrySet()) {
            if (entry.getKey().match(event)) {
                event.consume();
                give(entry.getValue(), repeated);
                return;
            }
        }
    }

    private static void give(Command command, boolean repeated) {
        if (command.isEnabled() && !(repeated && command.rule().destructive())) {
            command.action().run();
        }
    }
}
