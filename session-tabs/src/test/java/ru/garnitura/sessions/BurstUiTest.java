package ru.garnitura.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
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
    /// As a mouse turns: a jump of more than what is in sight leaves the toolkit's flow half empty.
    private static final int NOTCHES = 8;
    private static final double NOTCH = 120;

    @TempDir
    static Path folder;

    private final AtomicInteger pulses = new AtomicInteger();
    private final AnimationTimer counter = new AnimationTimer() {
        @Override
        public void handle(long now) {
            pulses.incrementAndGet();
        }
    };

    @SuppressWarnings("NullAway.Init")
    private SessionsDesk desk;

    @Start
    void start(Stage stage) {
        desk = new SessionsDesk(folder.resolve("db" + System.nanoTime()), 1100, 640);
        stage.setScene(desk.scene);
        stage.show();
        counter.start();
    }

    @AfterEach
    void end(FxRobot robot) {
        robot.interact(() -> {
            counter.stop();
            desk.module.close();
        });
    }

    @Test
    void thousandsOfMessagesAreAppliedInAFewChanges(FxRobot robot) throws TimeoutException {
        desk.transport.say(Said.assigned(CHAT, 1, "Павел Д."));
        desk.settle();
        ListView<?> list = transcript(robot);
        AtomicInteger changes = new AtomicInteger();
        int before = pulses.get();
        robot.interact(() -> list.getItems().subscribe(changes::incrementAndGet));
        for (int seq = 1; seq <= MESSAGES; seq++) {
            desk.transport.say(Said.customer(CHAT, seq, "message " + seq));
        }
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> list.getItems().size() == MESSAGES);
        assertThat(changes.get()).isPositive().isLessThanOrEqualTo(pulses.get() - before);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> desk.transport.asked().contains("ack s-1 " + MESSAGES));
    }

    @Test
    void theListOfSessionsIsPutInOrderOnceAPulseHoweverManyChatsAreWrittenIn(FxRobot robot) throws TimeoutException {
        List<SessionId> chats = IntStream.rangeClosed(1, 6).mapToObj(number -> new SessionId("s-" + number)).toList();
        chats.forEach(chat -> desk.transport.say(Said.assigned(chat, 1, "Павел Д.")));
        desk.settle();
        AtomicInteger changes = new AtomicInteger();
        robot.interact(() -> desk.module.sessions().subscribe(changes::incrementAndGet));
        int before = pulses.get();
        for (int event = 0; event < 3_000; event++) {
            desk.transport.say(Said.customer(chats.get(event % 6), 1 + event / 6, "text " + event));
        }
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> desk.transport.asked().contains("ack s-6 500"));
        desk.settle();
        assertThat(changes.get()).isPositive().isLessThanOrEqualTo(pulses.get() - before);
        assertThat(desk.module.sessions()).allSatisfy(session -> assertThat(session.attention().unread())
                .isEqualTo(session.id().equals(desk.module.current().get().id()) ? 0 : 500));
    }

    @Test
    void aMessageThatComesAloneIsThereAtTheNextPulse(FxRobot robot) throws TimeoutException {
        open(robot, 1);
        ListView<?> list = transcript(robot);
        AtomicInteger appeared = new AtomicInteger();
        AtomicInteger said = new AtomicInteger();
        robot.interact(() -> {
            list.getItems().subscribe(() -> appeared.set(pulses.get()));
            said.set(pulses.get());
            desk.transport.say(Said.customer(CHAT, 2, "alone"));
        });
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> appeared.get() > 0);
        assertThat(appeared.get() - said.get()).isBetween(0, 2);
    }

    @Test
    void bubblesAreFilledAgainAndNotMadeAnewWhileMessagesPassBy(FxRobot robot) throws TimeoutException {
        open(robot, 200);
        Set<Node> before = bubbles(robot);
        flood(robot, 201, 800);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> texts(robot).contains("message 800"));
        assertThat(before).hasSizeGreaterThan(5);
        assertThat(bubbles(robot)).filteredOn(bubble -> !before.contains(bubble)).hasSizeLessThan(3);
    }

    @Test
    void whoReadsBackKeepsHisPlaceInABurst(FxRobot robot) throws TimeoutException {
        open(robot, 200);
        int end = first(robot).getIndex();
        for (int notch = 0; notch < NOTCHES; notch++) {
            robot.interact(() -> flow(robot).fireEvent(wheel(NOTCH)));
        }
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> first(robot).getIndex() < end - 3);
        desk.settle();
        int index = first(robot).getIndex();
        double place = first(robot).getLayoutY();
        List<String> texts = texts(robot);

        flood(robot, 201, 2_200);

        assertThat(first(robot).getIndex()).isEqualTo(index);
        assertThat(first(robot).getLayoutY()).isBetween(place - 1, place + 1);
        assertThat(texts(robot)).isEqualTo(texts);
        robot.clickOn("Новые сообщения ниже");
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> texts(robot).contains("message 2200"));
    }

    /// Some at each pulse, as a burst comes.
    private void flood(FxRobot robot, int from, int to) throws TimeoutException {
        for (int seq = from; seq <= to; seq++) {
            desk.transport.say(Said.customer(CHAT, seq, "message " + seq));
            if (seq % 100 == 0) {
                int now = pulses.get();
                WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> pulses.get() > now + 3);
            }
        }
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> transcript(robot).getItems().size() == to);
        desk.settle();
    }

    private void open(FxRobot robot, int messages) throws TimeoutException {
        desk.transport.say(Said.assigned(CHAT, 1, "Павел Д."));
        for (int seq = 1; seq <= messages; seq++) {
            desk.transport.say(Said.customer(CHAT, seq, "message " + seq));
        }
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> texts(robot).contains("message " + messages));
        desk.settle();
    }

    private static ListView<?> transcript(FxRobot robot) {
        return robot.lookup(".transcript").queryListView();
    }

    private static VirtualFlow<?> flow(FxRobot robot) {
        return robot.lookup(".transcript .virtual-flow").queryAs(VirtualFlow.class);
    }

    private static IndexedCell<?> first(FxRobot robot) {
        return WaitForAsyncUtils.waitForAsyncFx(5_000, () -> flow(robot).getFirstVisibleCell());
    }

    /// The words of the rows in sight, and nodes that hold them.
    private static Set<Node> bubbles(FxRobot robot) {
        return WaitForAsyncUtils.waitForAsyncFx(5_000, () -> robot.lookup(".transcript .said-text").queryAll().stream()
                .filter(BurstUiTest::isInSight).collect(Collectors.toSet()));
    }

    private static List<String> texts(FxRobot robot) {
        return WaitForAsyncUtils.waitForAsyncFx(5_000, () -> robot.lookup(".transcript .said-text").queryAll().stream()
                .filter(BurstUiTest::isInSight).map(node -> ((Text) node).getText()).sorted().toList());
    }

    private static boolean isInSight(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static ScrollEvent wheel(double pixelsUp) {
        return new ScrollEvent(ScrollEvent.SCROLL, 0, 0, 0, 0, false, false, false, false, false, false,
                0, pixelsUp, 0, pixelsUp, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, new PickResult(null, 0, 0));
    }
}
