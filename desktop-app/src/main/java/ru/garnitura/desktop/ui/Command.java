package ru.garnitura.desktop.ui;

import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Icon;

/// Something the operator can do from the keyboard, the palette and the key list.
///
/// @param id    key of its name in the words, `command.ID`
/// @param keys  null where it has none; held down, they give the command once
/// @param enabled whether it may be given now
public record Command(String id, Icon icon, @Nullable KeyCodeCombination keys, Runnable action,
        ObservableBooleanValue enabled) {

    private static final ObservableBooleanValue ALWAYS = new SimpleBooleanProperty(true);

    /// @param keys names of modifiers and of a [KeyCode], joined by `+`: `Shortcut+DIGIT2`; empty for none
    public static Command of(String id, Icon icon, String keys, Runnable action) {
        return of(id, icon, keys, action, ALWAYS);
    }

    public static Command of(String id, Icon icon, String keys, Runnable action, ObservableBooleanValue enabled) {
        return new Command(id, icon, keys.isEmpty() ? null : keysOf(keys), action, enabled);
    }

    /// The keys as a person reads them; empty for none.
    public String keysText() {
        return keys == null ? "" : modifiers(keys) + keys.getCode().getName();
    }

    private static KeyCodeCombination keysOf(String text) {
        List<String> names = List.of(text.split("\\+", -1));
        return new KeyCodeCombination(KeyCode.valueOf(names.getLast()), names.stream().limit(names.size() - 1L)
                .map(Command::modifier).toArray(KeyCombination.Modifier[]::new));
    }

    private static KeyCombination.Modifier modifier(String name) {
        return switch (name) {
            case "Shortcut" -> KeyCombination.SHORTCUT_DOWN;
            case "Shift" -> KeyCombination.SHIFT_DOWN;
            case "Alt" -> KeyCombination.ALT_DOWN;
            default -> throw new IllegalArgumentException("no modifier: " + name);
        };
    }

    private static String modifiers(KeyCodeCombination keys) {
        return (isDown(keys.getShortcut()) ? "Ctrl+" : "") + (isDown(keys.getAlt()) ? "Alt+" : "")
                + (isDown(keys.getShift()) ? "Shift+" : "");
    }

    private static boolean isDown(KeyCombination.ModifierValue modifier) {
        return modifier == KeyCombination.ModifierValue.DOWN;
    }

    public boolean isEnabled() {
        return enabled.get();
    }
}
