package ru.garnitura.desktop.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import javafx.application.Application;
import ru.garnitura.desktop.settings.UsageException;

/// Where the program starts. It is no JavaFX application itself, so that the class path may hold JavaFX too.
/// Exit codes: 0 ended by the user, or another instance came forward instead; 2 usage or configuration.
public final class Launcher {

    private static final int ENDED = 0;
    private static final int USAGE = 2;

    private Launcher() {
    }

    static void main(String[] args) {
        try {
            Launch launch = Launch.of(List.of(args));
            Files.createDirectories(launch.data());
            Thread.ofPlatform().name("groundwork").start(() -> prepare(launch));
            Application.launch(DesktopApplication.class, args);
        } catch (UsageException | IOException e) {
            refuse(e);
        }
    }

    /// Nothing is open yet that would have to be closed.
    private static void prepare(Launch launch) {
        try {
            if (!DesktopApplication.prepare(launch)) {
                Runtime.getRuntime().halt(ENDED);
            }
        } catch (IOException e) {
            refuse(e);
        }
    }

    private static void refuse(Exception why) {
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)
                .println("garnitura: " + why.getMessage());
        Runtime.getRuntime().halt(USAGE);
    }
}
