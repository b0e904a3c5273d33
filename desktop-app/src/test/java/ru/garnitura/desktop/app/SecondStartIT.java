package ru.garnitura.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.garnitura.desktop.endtoend.Await.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ru.garnitura.desktop.ui.shell.Screen;

/// Who starts the program a second time wants to see the first: beside a real window manager (openbox), behind another
/// program's window or minimised, it comes forward with the typing focus, and the second start ends (FAULTS 45).
@SuppressWarnings("NullAway.Init")
class SecondStartIT {

    private static final String DESKTOP = "Garnitura";
    private static final String OTHER = "other-program";

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();
    private Screen screen;
    private String desktop = "";

    @BeforeEach
    void open() throws Exception {
        screen = Screen.start();
        start("--sip", "sip:101@127.0.0.1:9");
        until("the ready line", () -> Files.readString(folder.resolve("out0")).contains("\"ready\":true"));
        until("the desktop is there", () -> screen.active().equals(DESKTOP));
        desktop = onTop();
    }

    @AfterEach
    void close() throws InterruptedException {
        started.forEach(Process::destroy);
        for (Process process : started) {
            process.waitFor(20, TimeUnit.SECONDS);
        }
        screen.close();
    }

    private Process start(String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-Xmx256m", "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                "-Dgarnitura.log=" + folder.resolve("log" + started.size()), "-cp", System.getProperty("java.class.path"),
                Launcher.class.getName(), "--data", folder.resolve("data").toString(), "--lang", "en"));
        command.addAll(List.of(more));
        Process process = screen.on(command.toArray(String[]::new)).redirectOutput(folder.resolve("out" + started.size()).toFile())
                .redirectError(folder.resolve("err" + started.size()).toFile()).start();
        started.add(process);
        return process;
    }

    private void startAgain() throws Exception {
        Process second = start();
        assertThat(second.waitFor(60, TimeUnit.SECONDS)).as("the second start ended").isTrue();
        assertThat(second.exitValue()).isZero();
        until("the first has come forward", () -> screen.active().equals(DESKTOP) && onTop().equals(desktop));
    }

    /// In a place that the other program covers.
    private String onTop() throws Exception {
        return screen.windowAt(300, 300);
    }

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void theFirstComesForwardFromBehindAnotherWindowAndFromTheTaskbar() throws Exception {
        screen.run("xterm", "-geometry", "140x50+0+0", "-T", OTHER, "-e", "cat");
        until("the other program is in front", () -> screen.active().equals(OTHER) && !onTop().equals(desktop));
        startAgain();

        screen.call("xdotool", "getactivewindow", "windowminimize");
        until("the other program is what is seen", () -> !screen.active().equals(DESKTOP) && !onTop().equals(desktop));
        startAgain();
        assertThat(started.getFirst().isAlive()).isTrue();
    }
}
