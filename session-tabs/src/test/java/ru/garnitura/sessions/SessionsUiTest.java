package ru.garnitura.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import ru.garnitura.sessions.chat.ChatEvent;
import ru.garnitura.sessions.chat.Said;
import ru.garnitura.sessions.customer.Customers;
import ru.garnitura.sessions.session.SessionId;

@ExtendWith(ApplicationExtension.class)
class SessionsUiTest {

    private static final SessionId FIRST = new SessionId("s-1");
    private static final SessionId SECOND = new SessionId("s-2");

    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private SessionsDesk desk;

    @Start
    void start(Stage stage) {
        desk = new SessionsDesk(folder.resolve("db" + System.nanoTime()), 1100, 640,
                filled -> filled.customers.add(Customers.marina(), Customers.history()));
        stage.setScene(desk.scene);
        stage.show();
    }

    @AfterEach
    void end(FxRobot robot) {
        robot.interact(desk.module::close);
    }

    @Test
    void draftAndCaretSurviveSwitchingTabs(FxRobot robot) {
        openTwoChats(robot);
        robot.clickOn("#composer").write("Priehat nuzhno");
        robot.interact(() -> composer(robot).positionCaret(7));
        robot.interact(() -> desk.module.select(SECOND));
        assertThat(composer(robot).getText()).isEmpty();
        robot.interact(() -> desk.module.select(FIRST));
        assertThat(composer(robot).getText()).isEqualTo("Priehat nuzhno");
        assertThat(composer(robot).getCaretPosition()).isEqualTo(7);
        assertThat(desk.drafts.all()).containsKey(FIRST);
    }

    @Test
    void aBurstMovesNeitherFocusNorCaret(FxRobot robot) {
        openTwoChats(robot);
        robot.clickOn("#composer").write("abc").type(KeyCode.LEFT);
        for (int seq = 10; seq <= 1_000; seq++) {
            desk.transport.say(Said.customer(FIRST, seq, "text " + seq));
            desk.transport.say(Said.customer(SECOND, seq, "text " + seq));
        }
        desk.transport.say(Said.offered(new SessionId("s-3"), 3, desk.clock.instant().plusSeconds(30)));
        robot.interact(() -> desk.module.openCall(new CallFacts(
                new SessionId("call-1"), "", "89375550118", "Техподдержка", desk.clock.instant())));
        desk.settle();
        robot.interact(desk.ticker::tick);
        assertThat(composer(robot).isFocused()).isTrue();
        assertThat(composer(robot).getText()).isEqualTo("abc");
        assertThat(composer(robot).getCaretPosition()).isEqualTo(2);
        assertThat(desk.module.current().get().id()).isEqualTo(FIRST);
        robot.write("x");
        assertThat(composer(robot).getText()).isEqualTo("abxc");
    }

    @Test
    void theLastBubbleIsWhollyVisible(FxRobot robot) throws TimeoutException {
        openTwoChats(robot);
        for (int seq = 2; seq <= 400; seq++) {
            desk.transport.say(Said.customer(FIRST, seq, "Длинное сообщение номер " + seq + " ".repeat(3)
                    + "о переоформлении номера на сына. ".repeat(seq % 7)));
        }
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> lastIsVisible(robot, 400));
        desk.transport.say(Said.customer(FIRST, 401, "И что с собой взять? ".repeat(12)));
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> lastIsVisible(robot, 401));
    }

    @Test
    void whoReadsBackIsNotTornToTheEnd(FxRobot robot) throws TimeoutException {
        openTwoChats(robot);
        for (int seq = 2; seq <= 100; seq++) {
            desk.transport.say(Said.customer(FIRST, seq, "Сообщение " + seq));
        }
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> lastIsVisible(robot, 100));
        int end = firstVisible(robot);
        robot.interact(() -> flow(robot).fireEvent(wheel(900)));
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> firstVisible(robot) < end - 3);
        desk.settle();
        int before = firstVisible(robot);
        desk.transport.say(Said.customer(FIRST, 101, "Ещё одно"));
        desk.settle();
        assertThat(firstVisible(robot)).isEqualTo(before);
        robot.clickOn("Новые сообщения ниже");
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> lastIsVisible(robot, 101));
    }

    @Test
    void ctrlEnterSendsAndFailedMessagesCanBeSentAgain(FxRobot robot) {
        openTwoChats(robot);
        robot.clickOn("#composer").write("Dobry den").push(KeyCode.CONTROL, KeyCode.ENTER);
        desk.settle();
        assertThat(desk.transport.asked()).contains("send s-1 Dobry den");
        assertThat(composer(robot).getText()).isEmpty();
        String key = desk.transport.keys().getFirst();
        desk.transport.say(new ChatEvent.SendRefused(FIRST, key));
        desk.settle();
        robot.clickOn("Отправить снова");
        assertThat(desk.transport.keys()).containsExactly(key, key);
    }

    @Test
    void anOfferIsAcceptedWithOneVerbAndOpens(FxRobot robot) {
        desk.transport.say(Said.offered(FIRST, 1, desk.clock.instant().plusSeconds(30)));
        desk.settle();
        assertThat(robot.lookup("Принять").<Button>queryAll()).isNotEmpty();
        robot.interact(desk.module::acceptOldest);
        desk.transport.say(Said.assigned(FIRST, 2, "Гость с сайта"));
        desk.transport.say(Said.customer(FIRST, 1, "Здравствуйте"));
        desk.settle();
        assertThat(desk.transport.asked()).contains("accept s-1", "read s-1 1");
        assertThat(desk.module.current().get().id()).isEqualTo(FIRST);
    }

    @Test
    void aCallPopsTheCardAndKeepsNotesUntilTheWrapUp(FxRobot robot) {
        SessionId call = new SessionId("call-1");
        robot.interact(() -> desk.module.openCall(
                new CallFacts(call, "", "8 937 555-01-18", "Техподдержка", desk.clock.instant())));
        desk.settle();
        assertThat(desk.module.currentCustomer().get()).isEqualTo(Customers.marina());
        assertThat(desk.module.current().get().origin().party().name()).isEqualTo("Марина Юрьевна Белова");
        desk.clock.advance(Duration.ofSeconds(12));
        robot.interact(() -> desk.module.callAnswered(call));
        robot.clickOn("#composer").write("sms ne idut");
        robot.interact(() -> desk.module.callEnded(call));
        assertThat(desk.module.notesOf(call)).isEqualTo("sms ne idut");
        assertThat(robot.lookup("#composer").query().getParent().isVisible()).isFalse();
        robot.interact(() -> desk.module.closeSession(call));
        assertThat(desk.module.sessions()).isEmpty();
        assertThat(desk.drafts.all()).isEmpty();
    }

    @Test
    void htmlIsTextAndBidiControlsAreSeen(FxRobot robot) {
        desk.transport.say(Said.assigned(FIRST, 1, "Анна\u202Egnp.exe"));
        desk.transport.say(Said.customer(FIRST, 1, "<script>alert(1)</script> \u202Etxt"));
        desk.settle();
        assertThat(robot.lookup(node -> node instanceof Label label && label.getText().contains("Анна[U+202E]gnp.exe"))
                .queryAll()).isNotEmpty();
        assertThat(robot.lookup(node -> node instanceof javafx.scene.text.Text text
                && text.getText().equals("<script>alert(1)</script> [U+202E]txt")).queryAll()).isNotEmpty();
    }

    @Test
    void rowsThatGoLeaveTheSessionShownAndItsHighlight(FxRobot robot) {
        openTwoChats(robot);
        for (int offer = 3; offer <= 8; offer++) {
            desk.transport.say(Said.offered(new SessionId("s-" + offer), offer, desk.clock.instant().plusSeconds(30)));
        }
        desk.settle();
        robot.interact(() -> desk.module.select(SECOND));
        for (int offer = 3; offer <= 8; offer++) {
            desk.transport.say(new ChatEvent.Revoked(new SessionId("s-" + offer), 10L + offer));
            desk.settle();
            assertThat(desk.module.current().get().id()).isEqualTo(SECOND);
            var list = robot.lookup(".session-list .list-view").queryListView();
            assertThat(list.getSelectionModel().getSelectedIndex())
                    .isEqualTo(desk.module.sessions().stream().map(session -> session.id()).toList().indexOf(SECOND));
        }
    }

    @Test
    void keysOfTheListWalkThroughSessions(FxRobot robot) {
        openTwoChats(robot);
        robot.interact(desk.module::selectNext);
        assertThat(desk.module.current().get().id()).isEqualTo(SECOND);
        robot.interact(desk.module::selectPrevious);
        assertThat(desk.module.current().get().id()).isEqualTo(FIRST);
        robot.interact(() -> desk.module.insert("Возьмите паспорт."));
        robot.interact(() -> desk.module.insert("И его копию."));
        assertThat(composer(robot).getText()).isEqualTo("Возьмите паспорт. И его копию.");
    }

    private void openTwoChats(FxRobot robot) {
        desk.transport.say(Said.assigned(FIRST, 1, "Павел Д."));
        desk.transport.say(Said.assigned(SECOND, 2, "Марина Юрьевна"));
        desk.transport.say(Said.customer(FIRST, 1, "ну так что, когда починят?"));
        desk.settle();
        robot.interact(() -> desk.module.select(FIRST));
        desk.settle();
    }

    private static TextArea composer(FxRobot robot) {
        return robot.lookup("#composer").queryAs(TextArea.class);
    }

    /// Whether all rows have come and the last stands whole above the list's end.
    private static boolean lastIsVisible(FxRobot robot, int rows) throws Exception {
        return WaitForAsyncUtils.asyncFx(() -> {
            ListView<?> list = robot.lookup(".transcript").queryListView();
            IndexedCell<?> last = flow(robot).getLastVisibleCell();
            return last != null && list.getItems().size() == rows && last.getIndex() == rows - 1
                    && bottom(last) <= bottom(list) + 0.5;
        }).get(5, TimeUnit.SECONDS);
    }

    private static VirtualFlow<?> flow(FxRobot robot) {
        return robot.lookup(".transcript .virtual-flow").queryAs(VirtualFlow.class);
    }

    private static ScrollEvent wheel(double pixelsUp) {
        return new ScrollEvent(ScrollEvent.SCROLL, 0, 0, 0, 0, false, false, false, false, false, false,
                0, pixelsUp, 0, pixelsUp, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, new PickResult(null, 0, 0));
    }

    private static int firstVisible(FxRobot robot) {
        return WaitForAsyncUtils.waitForAsyncFx(5_000, () -> flow(robot).getFirstVisibleCell().getIndex());
    }

    private static double bottom(Node node) {
        return node.localToScene(node.getBoundsInLocal()).getMaxY();
    }
}
