package ru.garnitura.desktop.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import ru.garnitura.desktop.link.signin.SignInOutcome;
import ru.garnitura.desktop.settings.WindowMemory;
import ru.garnitura.desktop.ui.Appearance;
import ru.garnitura.desktop.ui.notice.Notices;
import ru.garnitura.desktop.ui.shell.WindowFrame;

/// The whole desk in its window of 1680x1000, on every room's real module and the real way onto the FX lane, before a
/// [BusyBackOffice]; it counts what waits for the FX lane. Made and closed there.
final class BusyDesk implements AutoCloseable {

    private final BusyBackOffice backOffice = new BusyBackOffice();
    private final FxLane lane = new FxLane(Platform::runLater, System::nanoTime);
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final Lanes lanes;
    private final WindowMemory memory;
    private final WindowFrame frame;
    private final OperatorDesk desk;

    BusyDesk(Stage stage, Path folder) throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Path config = Files.writeString(folder.resolve("config.json"), """
                {"audio": {"source": "null", "sink": "null", "ringer": "null"}}
                """);
        Launch launch = Launch.of(List.of("--data", data.toString(), "--config", config.toString()));
        lanes = Lanes.of(counted());
        memory = WindowMemory.read(data, lanes.io());
        Appearance appearance = new Appearance(memory, new Appearance.Wanted("ru", "light"), Clock.systemUTC());
        frame = new WindowFrame(stage, appearance, memory);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1680);
        stage.setHeight(1000);
        Seat seat = new Seat(new QuietLink(folder.resolve("outbox"), backOffice), QuietLink.policy(),
                new Seat.Folders(folder.resolve("private"), folder.resolve("kb")), "ab".repeat(32),
                new SignInOutcome.SignedIn.Basis(folder, true, false));
        desk = new OperatorDesk(new OperatorDesk.House(launch, lanes, Clock.system(ZoneOffset.UTC), frame, new Notices()),
                new OperatorDesk.Look(appearance, memory), seat, () -> { });
        desk.start(places -> { });
    }

    private Executor counted() {
        return task -> {
            int now = waiting.incrementAndGet();
            most.accumulateAndGet(now, Math::max);
            lane.execute(() -> {
                waiting.decrementAndGet();
                task.run();
            });
        };
    }

    BusyBackOffice backOffice() {
        return backOffice;
    }

    Scene scene() {
        return frame.scene();
    }

    /// The most tasks that waited for the FX lane at once since this was asked last.
    int mostWaiting() {
        return most.getAndSet(0);
    }

    @Override
    public void close() {
        desk.close();
        memory.save();
        lanes.close();
    }
}
