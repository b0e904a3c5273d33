package ru.garnitura.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import ru.garnitura.sessions.chat.Said;
import ru.garnitura.sessions.session.SessionId;

/// Thousands of messages at once: all of them arrive, in few pulses, and the window goes on drawing between them.
@ExtendWith(ApplicationExtension.class)
class BurstUiTest {

    private static final SessionId CHAT = new SessionId("s-1");
    private static final int MESSAGES = 5_000;

    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private SessionsDesk desk;

    @Start
    void start(Stage stage) {
        desk = new SessionsDesk(folder, 1100, 640);
        stage.setScene(desk.scene);
        stage.show();
    }

    @Test
    void thousandsOfMessagesAreAppliedInAFewChanges(FxRobot robot) throws TimeoutException {
        desk.transport.say(Said.assigned(CHAT, 1, "Павел Д."));
        desk.settle();
        ListView<?> list = robot.lookup(".transcript").queryListView();
        AtomicInteger changes = new AtomicInteger();
        AtomicInteger pulses = new AtomicInteger();
        AnimationTimer counter = new AnimationTimer() {
            @Override
            public void handle(long now) {
                pulses.incrementAndGet();
            }
        };
        robot.interact(() -> {
            list.getItems().subscribe(changes::incrementAndGet);
            counter.start();
        });
        for (int seq = 1; seq <= MESSAGES; seq++) {
            desk.transport.say(Said.customer(CHAT, seq, "message " + seq));
        }
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> list.getItems().size() == MESSAGES);
        robot.interact(() -> {
            counter.stop();
            desk.module.close();
        });
        assertThat(changes.get()).isPositive().isLessThanOrEqualTo(pulses.get());
        assertThat(desk.transport.asked()).contains("ack s-1 " + MESSAGES);
    }
}
