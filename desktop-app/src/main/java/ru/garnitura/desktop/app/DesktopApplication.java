package ru.garnitura.desktop.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Application;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The JavaFX side of the start and the end. FX lane.
public final class DesktopApplication extends Application {

    private static final Logger log = LoggerFactory.getLogger(DesktopApplication.class);

    private static final int LAST_SECONDS = 6;

    /// The toolkit makes this class's one object itself; what is laid for it meanwhile waits here.
    private static final CompletableFuture<Groundwork> laid = new CompletableFuture<>();
    private static final CompletableFuture<Composition> opened = new CompletableFuture<>();
    private static final AtomicBoolean closed = new AtomicBoolean();

    /// Does what needs no window, while the toolkit starts; on a thread of its own.
    ///
    /// @return false where another instance has the data folder, and was asked to come forward
    static boolean prepare(Launch launch) throws IOException {
        if (SingleInstance.wakeOther(launch.data(), launch.link())) {
            return false;
        }
        Optional<Groundwork> groundwork = Groundwork.lay(launch, Composition.fxLane(), DesktopApplication::woken);
        groundwork.ifPresentOrElse(laid::complete, () -> SingleInstance.wakeOther(launch.data(), launch.link()));
        return groundwork.isPresent();
    }

    private static void woken(String handed) {
        var _ = opened.thenAccept(composition -> composition.onFx(() -> composition.woken(handed)));
    }

    @Override
    public void start(Stage stage) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Groundwork groundwork = laid.join();
        Composition composition = new Composition(groundwork, stage, new ReadyLine(out));
        opened.complete(composition);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(this::endedFromOutside));
        composition.start();
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
            Composition composition = opened.getNow(null);
            if (composition != null) {
                composition.onFx(() -> {
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
        Composition composition = opened.getNow(null);
        if (composition != null && closed.compareAndSet(false, true)) {
            composition.close();
        }
    }
}
