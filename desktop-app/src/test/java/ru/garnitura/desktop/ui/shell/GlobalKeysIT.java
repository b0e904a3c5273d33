package ru.garnitura.desktop.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.garnitura.desktop.endtoend.Await.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ru.garnitura.softphone.headset.GlobalKeys;
import ru.garnitura.softphone.headset.HeadsetButton;
import ru.garnitura.softphone.headset.HeadsetButtons;
import ru.garnitura.softphone.headset.HeadsetLamps;

/// Keys pressed while another program has the focus, on a real X server.
class GlobalKeysIT {

    private static final HeadsetLamps RINGING = new HeadsetLamps(true, false, false);

    @TempDir
    private Path folder;

    private final List<HeadsetButton> pressed = new CopyOnWriteArrayList<>();
    private Screen screen;
    private HeadsetButtons keys;
    private Path typed;

    @BeforeEach
    void start() throws IOException {
        screen = Screen.start();
        typed = Files.createFile(folder.resolve("typed"));
        screen.run("xterm", "-T", "other-program", "-e", "sh", "-c", "stty -icanon -echo; exec cat >" + typed);
        until("the other program has the focus", () -> screen.focused().equals("other-program"));
        keys = GlobalKeys.of(screen.display());
        keys.begin(pressed::add);
    }

    @AfterEach
    void stop() {
        keys.close();
        screen.close();
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void answeredMutedAndEndedWhileAnotherProgramHasTheFocus() throws Exception {
        keys.show(RINGING);
        untilTheKeysAreOurs();
        screen.call("xdotool", "key", "ctrl+shift+F3");
        screen.call("xdotool", "key", "ctrl+shift+F4");
        until("both came", () -> butAnswering().equals(List.of(HeadsetButton.MUTE, HeadsetButton.ON_HOOK)));
        screen.call("xdotool", "type", "typed on");
        until("the other program kept the focus, and its own keys", () -> Files.readString(typed).endsWith("typed on"));
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void aKeyHeldDownCountsOnce() throws Exception {
        keys.show(RINGING);
        untilTheKeysAreOurs();
        screen.call("xdotool", "keydown", "ctrl", "keydown", "shift", "keydown", "F3", "sleep", "1.5", "keyup", "F3", "keyup", "shift", "keyup", "ctrl", "key", "ctrl+shift+F4");
        until("the last key came", () -> pressed.getLast() == HeadsetButton.ON_HOOK);
        assertThat(butAnswering()).containsExactly(HeadsetButton.MUTE, HeadsetButton.ON_HOOK);
    }

    /// Without a call they belong to other programs: another connection can take them.
    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void withoutACallTheKeysAreNotOurs() throws Exception {
        keys.show(RINGING);
        untilTheKeysAreOurs();
        keys.show(HeadsetLamps.DARK);
        List<HeadsetButton> others = new CopyOnWriteArrayList<>();
        try (HeadsetButtons other = GlobalKeys.of(screen.display())) {
            other.begin(others::add);
            other.show(RINGING);
            untilHeard(others);
            int before = pressed.size();
            others.clear();
            untilHeard(others);
            assertThat(pressed).hasSize(before);
        }
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void whereThereIsNoScreenNothingHappens() {
        try (HeadsetButtons none = GlobalKeys.of(":29999")) {
            none.begin(pressed::add);
            none.show(RINGING);
        }
        assertThat(pressed).isEmpty();
    }

    private void untilTheKeysAreOurs() {
        untilHeard(pressed);
    }

    /// A press may come before the server has given the key.
    private void untilHeard(List<HeadsetButton> heard) {
        until("Ctrl+Shift+F2 is heard", () -> {
            screen.call("xdotool", "key", "ctrl+shift+F2");
            return !heard.isEmpty();
        });
    }

    private List<HeadsetButton> butAnswering() {
        return pressed.stream().filter(button -> button != HeadsetButton.OFF_HOOK).toList();
    }
}
