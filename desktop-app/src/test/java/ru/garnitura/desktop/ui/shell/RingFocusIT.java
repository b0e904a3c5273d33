package ru.garnitura.desktop.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.garnitura.desktop.endtoend.Await.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The ring beside another program: a real window manager (openbox) on a screen of its own, a focused xterm, the desktop
/// behind it or minimised. The window must be seen, and what is typed must reach the xterm.
class RingFocusIT {

    @TempDir
    private Path folder;

    private Screen screen;
    private RingingWindow window;
    private Path typed;

    @BeforeEach
    void open() throws Exception {
        screen = Screen.start();
        window = RingingWindow.start(screen);
        typed = folder.resolve("typed");
        screen.run("xterm", "-geometry", "90x34+20+20", "-T", "other-program", "-e", "stty -icanon; cat > " + typed);
        until("the other program has the focus", () -> screen.focused().equals("other-program"));
        until("the desktop is covered", () -> !window.isSeen());
    }

    @AfterEach
    void close() {
        if (window != null) {
            window.close();
        }
        if (screen != null) {
            screen.close();
        }
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void theWindowComesForwardAndTheTypingGoesOn() throws Exception {
        type("before ");
        window.ring();
        until("the window is seen", window::isSeen);
        type("during ");
        assertThat(screen.focused()).isEqualTo("other-program");
        window.ringOver();
        type("after");
        until("all of it was typed into the other program", () -> Files.readString(typed).equals("before during after"));
        assertThat(window.wasFocused()).isFalse();
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void aMinimisedWindowShowsItsCardAndTheTypingGoesOn() throws Exception {
        window.minimise();
        type("before ");
        window.ring();
        until("the card is seen", window::isCardSeen);
        type("during ");
        assertThat(screen.focused()).isEqualTo("other-program");
        window.ringOver();
        until("the card is gone", () -> !window.isCardSeen());
        type("after");
        until("all of it was typed into the other program", () -> Files.readString(typed).equals("before during after"));
        assertThat(window.wasFocused()).isFalse();
    }

    private void type(String text) throws Exception {
        screen.call("xdotool", "type", "--delay", "15", text);
    }
}
