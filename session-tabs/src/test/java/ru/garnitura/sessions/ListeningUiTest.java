package ru.garnitura.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import ru.garnitura.assets.Words;
import ru.garnitura.sessions.customer.Customers;
import ru.garnitura.sessions.customer.InteractionPage;
import ru.garnitura.sessions.customer.InteractionRecord;
import ru.garnitura.sessions.customer.InteractionRecord.Course;
import ru.garnitura.sessions.customer.InteractionRecord.Kind;
import ru.garnitura.sessions.customer.InteractionRecord.Result;
import ru.garnitura.sessions.customer.RecordedCall;
import ru.garnitura.sessions.customer.RecordingPlayer.State;
import ru.garnitura.sessions.session.Channel;
import ru.garnitura.sessions.session.SessionId;

/// A recording in the history is played, paused and moved in from the keyboard.
@ExtendWith(ApplicationExtension.class)
class ListeningUiTest {

    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private SessionsDesk desk;

    @Start
    void start(Stage stage) {
        desk = new SessionsDesk(folder.resolve("db" + System.nanoTime()), 1100, 640,
                filled -> filled.customers.add(Customers.marina(), new InteractionPage(
                        List.of(record("i-2", List.of(new RecordedCall("ab12", Duration.ofSeconds(184)))),
                                record("i-3", List.of())), false, new InteractionPage.Totals(0, 0, 0))));
        stage.setScene(desk.scene);
        stage.show();
    }

    private static InteractionRecord record(String id, List<RecordedCall> recordings) {
        return new InteractionRecord(id, Instant.parse("2026-11-21T15:40:00Z"),
                new Course(Kind.INCOMING, Channel.CALL, Result.SOLVED, Duration.ofSeconds(190), "Лебедев"),
                "Сменить паспортные данные", "", recordings);
    }

    @AfterEach
    void end(FxRobot robot) {
        robot.interact(desk.module::close);
    }

    private static Button button(FxRobot robot) {
        return robot.lookup(".play-control .play").queryAs(Button.class);
    }

    private static Slider bar(FxRobot robot) {
        return robot.lookup(".play-control .slider").queryAs(Slider.class);
    }

    private void show(FxRobot robot) {
        robot.interact(() -> desk.module.showCustomer(Customers.marina()));
        desk.settle();
    }

    private void tick(FxRobot robot, State state, int seconds) {
        robot.interact(() -> {
            desk.recordings.is(state, Duration.ofSeconds(seconds));
            desk.ticker.tick();
        });
    }

    private static boolean says(FxRobot robot, String text) {
        return robot.lookup(node -> node instanceof Label label && label.isVisible() && label.getText().equals(text)).tryQuery().isPresent();
    }

    @Test
    void theKeyboardPlaysPausesAndMovesAndTheTimeIsShown(FxRobot robot) {
        show(robot);
        assertThat(robot.lookup(".play-control").queryAll()).as("only what was recorded").hasSize(1);
        assertThat(says(robot, "00:00 из 03:04")).isTrue();
        robot.interact(() -> button(robot).requestFocus());
        robot.type(KeyCode.SPACE);
        assertThat(desk.recordings.asked()).containsExactly("i-2 ab12");
        assertThat(says(robot, "Загружаем запись…")).isTrue();
        tick(robot, State.PLAYING, 72);
        assertThat(says(robot, "01:12 из 03:04")).isTrue();
        assertThat(bar(robot).getValue()).isEqualTo(72);
        robot.interact(() -> bar(robot).requestFocus());
        robot.type(KeyCode.RIGHT);
        assertThat(desk.recordings.reading().at()).isEqualTo(Duration.ofSeconds(77));
        robot.type(KeyCode.LEFT).type(KeyCode.LEFT);
        assertThat(desk.recordings.reading().at()).isEqualTo(Duration.ofSeconds(67));
        robot.interact(() -> button(robot).requestFocus());
        assertThat(button(robot).getAccessibleText()).isEqualTo("Поставить запись на паузу");
        robot.type(KeyCode.SPACE);
        assertThat(desk.recordings.reading().state()).isEqualTo(State.PAUSED);
        assertThat(button(robot).getAccessibleText()).isEqualTo("Прослушать запись");
        assertThat(desk.recordings.asked()).hasSize(1);
    }

    @Test
    void aRefusalIsSaidInBothLanguagesAndAskedAgainByTheSameKey(FxRobot robot) {
        show(robot);
        robot.interact(() -> button(robot).fire());
        tick(robot, State.REFUSED, 0);
        assertThat(says(robot, "Эту запись слушают руководитель и тот, кто принял звонок.")).isTrue();
        robot.interact(() -> desk.language.set(Words.ENGLISH));
        assertThat(says(robot, "This recording is for leads and for who took the call.")).isTrue();
        robot.interact(() -> button(robot).fire());
        assertThat(desk.recordings.asked()).hasSize(2);
        assertThat(desk.recordings.open()).isEqualTo(1);
    }

    @Test
    void whatACallOrTheMemoryStopsIsSaidInBothLanguagesAndNotAskedForAnew(FxRobot robot) {
        show(robot);
        robot.interact(() -> button(robot).fire());
        tick(robot, State.IN_A_CALL, 40);
        assertThat(says(robot, "Идёт звонок. Запись можно слушать, когда он закончится.")).isTrue();
        robot.interact(() -> button(robot).fire());
        tick(robot, State.TOO_LONG, 60);
        assertThat(says(robot, "Запись слишком длинная для этого компьютера: дальше прослушать её здесь нельзя.")).isTrue();
        robot.interact(() -> desk.language.set(Words.ENGLISH));
        assertThat(says(robot, "The recording is too long for this computer: the rest cannot be played here.")).isTrue();
        assertThat(desk.recordings.asked()).hasSize(1);
    }

    @Test
    void anotherCardEndsTheListening(FxRobot robot) {
        show(robot);
        robot.interact(() -> button(robot).fire());
        tick(robot, State.PLAYING, 3);
        robot.interact(() -> desk.module.openCall(new CallFacts(new SessionId("call-9"), "",
                "89990000000", "Техподдержка", desk.clock.instant())));
        desk.settle();
        assertThat(desk.recordings.open()).isZero();
    }
}
