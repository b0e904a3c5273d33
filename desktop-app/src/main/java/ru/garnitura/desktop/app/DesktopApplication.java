package ru.garnitura.desktop.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The JavaFX side of the start and the end. FX lane.
public final class DesktopApplication extends Application {

    private static final Logger log = LoggerFactory.getLogger(DesktopApplication.class);

    private static final int LAST_SECONDS = 6;

    private volatile @Nullable Composition composition;

    @Override
    public void start(Stage stage) throws IOException {
        Launch launch = Launch.of(getParameters().getRaw());
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Composition built = new Composition(launch, stage, new ReadyLine(out));
        composition = built;
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(this::endedFromOutside));
        if (!built.start()) {
            SingleInstance.wakeOther(launch.data(), launch.link());
            log.info("Another instance has {} and was asked to come forward", launch.data());
            Platform.exit();
        }
    }

    /// Ends in order; what is queued stays queued.
    @Override
    public void stop() {
        closeOnce();
        log.info("Ended");
        Thread.ofPlatform().name("exit").start(() -> System.exit(0));
    }

    /// A signal ends the process: the same order, while the toolkit still runs.
    private void endedFromOutside() {
        CountDownLatch closed = new CountDownLatch(1);
        try {
            Composition open = composition;
            if (open != null) {
                open.onFx(() -> {
                    closeOnce();
                    closed.countDown();
                });
                closed.await(LAST_SECONDS, TimeUnit.SECONDS);
            }
        } catch (IllegalStateException _) {
            log.debug("The toolkit has ended before");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeOnce() {
        Composition open = composition;
        composition = null;
        if (open != null) {
            open.close();
        }
    }
}
