package ru.garnitura.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.EventType;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import ru.garnitura.assets.Icon;

class KeyMapTest {

    @Test
    void twoCommandsMayNotShareTheirKeys() {
        List<Command> commands = List.of(Command.of("answer", Icon.PHONE, "F2", () -> { }),
                Command.of("mute", Icon.MIC, "F2", () -> { }));

        assertThatThrownBy(() -> new KeyMap(commands)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("answer").hasMessageContaining("mute");
    }

    @Test
    void keysReadAsTheyArePrintedOnTheKeyboard() {
        assertThat(Command.of("base", Icon.BOOK, "Shortcut+DIGIT2", () -> { }).keysText()).isEqualTo("Ctrl+2");
        assertThat(Command.of("next", Icon.ARROW_DOWN, "Shortcut+PAGE_DOWN", () -> { }).keysText()).isEqualTo("Ctrl+Page Down");
        assertThat(Command.of("end", Icon.PHONE_OFF, "Shift+F4", () -> { }).keysText()).isEqualTo("Shift+F4");
        assertThat(Command.of("theme", Icon.SUN, "", () -> { }).keysText()).isEmpty();
    }

    @Test
    void aKeyHeldDownGivesItsCommandOnce() {
        var mutes = new AtomicInteger();
        var keys = new KeyMap(List.of(Command.of("mute", Icon.MIC_OFF, "F3", mutes::incrementAndGet)));

        keys.pressed(f3(KeyEvent.KEY_PRESSED));
        keys.pressed(f3(KeyEvent.KEY_PRESSED));
        assertThat(mutes).hasValue(1);

        keys.released(f3(KeyEvent.KEY_RELEASED));
        keys.pressed(f3(KeyEvent.KEY_PRESSED));
        assertThat(mutes).hasValue(2);
    }

    private static KeyEvent f3(EventType<KeyEvent> type) {
        return new KeyEvent(type, "", "", KeyCode.F3, false, false, false, false);
    }
}
