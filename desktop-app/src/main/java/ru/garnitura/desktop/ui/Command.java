package ru.garnitura.desktop.ui;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Icon;

/// Something the operator can do from the keyboard, the palette and the key list.
///
/// @param id    key of its name in the words, `command.ID`
/// @param keys  null where it has none
public record Command(String id, Icon icon, @Nullable KeyCombination keys, Runnable action, Rule rule) {

    private static final ObservableBooleanValue ALWAYS = new SimpleBooleanProperty(true);

    /// When a command may be given.
    ///
    /// @param enabled     now
    /// @param destructive a key held down does not repeat it
    public record Rule(ObservableBooleanValue enabled, boolean destructive) {

        public static final Rule ALWAYS = new Rule(Command.ALWAYS, false);

        public static Rule when(ObservableBooleanValue enabled) {
            return new Rule(enabled, false);
        }
    }

    /// @param keys as [KeyCombination#valueOf] reads them; empty for none
    public static Command of(String id, Icon icon, String keys, Runnable action) {
        return of(id, icon, keys, action, Rule.ALWAYS);
    }

    public static Command of(String id, Icon icon, String keys, Runnable action, Rule rule) {
        return new Command(id, icon, keys.isEmpty() ? null : KeyCombination.valueOf(keys), action, rule);
    }

    /// The keys as a person reads them; empty for none.
    public String keysText() {
        return keys == null ? "" : keys.getDisplayText();
    }

    public boolean isEnabled() {
        return rule.enabled().get();
    }
}
