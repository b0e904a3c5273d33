package ru.garnitura.desktop.ui.shell;

import static ru.garnitura.desktop.endtoend.Await.until;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A virtual screen with a window manager, apart from the one the tests run on.
public final class Screen implements AutoCloseable {

    private final List<Process> running = new ArrayList<>();
    private final String display;

    private Screen(Process server, String display) {
        running.add(server);
        this.display = display;
    }

    public static Screen start() throws IOException {
        // Without -noreset the server starts over when its first short-lived client leaves, and takes openbox with it.
        Process server = new ProcessBuilder("Xvfb", "-noreset", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var answer = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII));
        Screen screen = new Screen(server, ":" + answer.readLine().strip());
        screen.run("openbox");
        until("openbox manages the screen", () -> screen.call("xdotool", "get_desktop").matches("\\d+"));
        return screen;
    }

    String display() {
        return display;
    }

    /// Starts a program on the screen; it ends with the screen.
    public Process run(String... command) throws IOException {
        ProcessBuilder builder = on(command);
        Process process = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        running.add(process);
        return process;
    }

    public ProcessBuilder on(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("DISPLAY", display);
        return builder;
    }

    /// Runs a program to its end and returns what it printed.
    public String call(String... command) throws IOException, InterruptedException {
        Process process = on(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(20, TimeUnit.SECONDS);
        return printed.strip();
    }

    /// Title of the window that has the typing focus.
    public String focused() throws IOException, InterruptedException {
        return call("xdotool", "getwindowfocus", "getwindowname");
    }

    /// Title of the window the window manager works with; empty where it is none.
    public String active() throws IOException, InterruptedException {
        return call("xdotool", "getactivewindow", "getwindowname");
    }

    /// Which window is on top there; puts the mouse there, too.
    public String windowAt(int x, int y) throws IOException, InterruptedException {
        String place = call("xdotool", "mousemove", Integer.toString(x), Integer.toString(y), "getmouselocation", "--shell");
        return place.lines().filter(line -> line.startsWith("WINDOW=")).findFirst().orElse("");
    }

    @Override
    public void close() {
        for (Process process : running.reversed()) {
            process.destroy();
        }
    }
}
