package ru.garnitura.desktop.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import ru.garnitura.desktop.bench.BenchOptions;
import ru.garnitura.desktop.bench.BenchReport;
import ru.garnitura.desktop.bench.Samples;
import ru.garnitura.desktop.endtoend.Await;

/// A thousand events a second to the whole desk in its window: how long a frame takes, how much waits for the FX lane, and
/// whether everything arrives. Then the same once more, when the compilers have less left to do beside it.
public final class EventBurstBench {

    private static final Duration QUIET = Duration.ofSeconds(5);

    private final FxRobot robot = new FxRobot();
    private final Path folder;

    private EventBurstBench(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        int seconds = BenchOptions.number(args, "--seconds", 20);
        var bench = new EventBurstBench(Files.createTempDirectory("garnitura-burst"));
        System.exit(bench.measure(Duration.ofSeconds(seconds)).finish(System.out, args));
    }

    private BenchReport measure(Duration time) throws Exception {
        BusyDesk desk = open();
        Await.until("the desk stands", () -> robot.lookup("#handle-sessions").tryQuery().isPresent());
        desk.backOffice().assign();
        Await.until("a chat is shown", () -> robot.lookup(".transcript").tryQuery().isPresent());
        rest(QUIET);
        Samples quiet = frames(() -> rest(QUIET));
        desk.mostWaiting();
        Duration worked = fxWorked();
        Samples burst = frames(() -> desk.backOffice().send(time));
        double busy = 100.0 * fxWorked().minus(worked).toMillis() / time.toMillis();
        int waiting = desk.mostWaiting();
        Samples again = frames(() -> desk.backOffice().send(time));
        Await.until("all of it is on the disk", desk.backOffice()::hasEverything);
        FxToolkit.setupFixture(desk::close);

        var report = new BenchReport("burst", Map.of("events_per_second", BusyBackOffice.PER_SECOND, "seconds", time.toSeconds(), "chats", 6));
        report.atMost("frame_quiet_p99", quiet.percentile(99), "ms", null);
        report.atMost("frame_p50", burst.percentile(50), "ms", null);
        report.atMost("frame_p99", burst.percentile(99), "ms", 33.0);
        report.atMost("frame_slowest", burst.percentile(100), "ms", null);
        report.atMost("frame_again_p99", again.percentile(99), "ms", null);
        report.atMost("fx_lane_busy", busy, "%", null);
        report.atMost("fx_tasks_waiting", waiting, "tasks", 50.0);
        return report;
    }

    private BusyDesk open() throws Exception {
        CompletableFuture<BusyDesk> made = new CompletableFuture<>();
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage(stage -> {
            try {
                made.complete(new BusyDesk(stage, folder));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return made.join();
    }

    /// From one frame's begin to the next one's: 16.7 ms where nothing is in the way.
    private Samples frames(Runnable meanwhile) {
        Samples frames = new Samples();
        AnimationTimer timer = new AnimationTimer() {
            private long last;

            @Override
            public void handle(long now) {
                long began = System.nanoTime();
                if (last != 0) {
                    frames.add((began - last) / 1e6);
                }
                last = began;
            }
        };
        robot.interact(timer::start);
        meanwhile.run();
        robot.interact(timer::stop);
        return frames;
    }

    /// Processor time of the FX lane, which tells what a frame costs also where the machine has other work.
    private Duration fxWorked() {
        AtomicLong nanos = new AtomicLong();
        robot.interact(() -> nanos.set(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()));
        return Duration.ofNanos(nanos.get());
    }

    private static void rest(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }
}
