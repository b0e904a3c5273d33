package ru.garnitura.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.garnitura.desktop.endtoend.Await.until;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A thousand events a second to the whole desk (FAULTS 46). How smoothly the window goes on meanwhile is measured by
/// `./bench burst`.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class EventBurstUiTest {

    private static final Duration BURST = Duration.ofSeconds(4);
    /// A repaint, a collection, a busy machine: whatever holds the FX lane up while events go on coming.
    private static final Duration STANDSTILL = Duration.ofMillis(500);
    /// Far below what comes during one standstill.
    private static final int BOUND = 50;

    @TempDir
    private static Path folder;

    private BusyDesk desk;

    @Start
    void start(Stage window) throws IOException {
        desk = new BusyDesk(window, folder);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(desk::close);
    }

    @Test
    void theQueueOfTheFxLaneStaysShortWhenItIsHeldUpAndNothingIsLost(FxRobot robot) {
        until("the desk stands", () -> robot.lookup("#handle-sessions").tryQuery().isPresent());
        desk.backOffice().assign();
        until("a chat is shown", () -> robot.lookup(".transcript").tryQuery().isPresent());
        desk.mostWaiting();

        Thread holding = Thread.ofPlatform().daemon().start(() -> {
            for (int i = 0; i < BURST.toSeconds(); i++) {
                Platform.runLater(() -> LockSupport.parkNanos(STANDSTILL.toNanos()));
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            }
        });
        desk.backOffice().send(BURST);
        until("the burst is over", () -> !holding.isAlive());
        until("all of it is on the disk", desk.backOffice()::hasEverything);

        assertThat(desk.mostWaiting()).as("tasks that waited for the FX lane").isBetween(1, BOUND);
        long messages = desk.backOffice().messages();
        List<ListView<?>> shown = robot.lookup(".transcript").<ListView<?>>queryAll().stream().toList();
        assertThat(shown).hasSize(1);
        until("every message of the chat that is shown is there", () -> shown.getFirst().getItems().size() >= messages);
    }
}
