package ru.garnitura.desktop.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import org.slf4j.LoggerFactory;
import ru.garnitura.desktop.settings.UsageException;

/// Where the program starts. It is no JavaFX application itself, so that the class path may hold JavaFX too.
/// Exit codes: 0 ended by the user, or another instance came forward instead; 1 a fault of ours; 2 usage or configuration.
public final class Launcher {

    private static final int ENDED = 0;
    private static final int BROKEN = 1;
    private static final int USAGE = 2;

    private Launcher() {
    }

    static void main(String[] args) {
        try {
            Launch launch = Launch.of(List.of(args));
            Files.createDirectories(launch.data());
            keepLog(launch.data());
            Thread.ofPlatform().name("groundwork").uncaughtExceptionHandler(Launcher::broken).start(() -> prepare(launch));
            Application.launch(DesktopApplication.class, args);
        } catch (UsageException | IOException e) {
            refuse(e);
        }
    }

    /// Whoever starts the program by its menu entry names no file: the log lies with the data, where support looks for it.
    private static void keepLog(Path data) {
        if (System.getProperty(LogConfigurator.FILE) == null) {
            System.setProperty(LogConfigurator.FILE, data.resolve("logs").resolve("desktop.log").toString());
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

    /// The toolkit would wait for ever, and hold the folder meanwhile.
    private static void broken(Thread groundwork, Throwable why) {
        LoggerFactory.getLogger(Launcher.class).error("The start failed", why);
        end(BROKEN, why);
    }

    private static void refuse(Exception why) {
        end(USAGE, why);
    }

    private static void end(int code, Throwable why) {
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)
                .println("garnitura: " + why.getMessage());
        Runtime.getRuntime().halt(code);
    }
}
