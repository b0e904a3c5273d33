package ru.garnitura.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.garnitura.desktop.endtoend.Await.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import ru.garnitura.assets.Pictures;
import ru.garnitura.assets.Theme;
import ru.garnitura.assets.Words;
import ru.garnitura.desktop.link.policy.Operator;
import ru.garnitura.desktop.link.signin.SignInOutcome;
import ru.garnitura.desktop.settings.WindowMemory;
import ru.garnitura.desktop.ui.Appearance;
import ru.garnitura.desktop.ui.notice.Notices;
import ru.garnitura.desktop.ui.shell.WindowFrame;

/// A trainee's desk in its window, with a back office that is not there.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class StudyDeskUiTest {

    @TempDir
    private Path folder;

    private Lanes lanes;
    private Appearance appearance;
    private Scene scene;
    private Stage stage;
    private StudyDesk desk;

    @Start
    void start(Stage window) throws IOException {
        stage = window;
        Path data = Files.createDirectories(folder.resolve("data"));
        lanes = Lanes.of(Platform::runLater);
        WindowMemory memory = WindowMemory.read(data, lanes.io());
        appearance = new Appearance(memory, new Appearance.Wanted("ru", "light"), Clock.systemUTC());
        WindowFrame frame = new WindowFrame(stage, appearance, memory);
        scene = frame.scene();
        Seat seat = new Seat(new QuietLink(folder.resolve("outbox")), QuietLink.policy(),
                new Seat.Folders(folder.resolve("private"), folder.resolve("kb")), "ab".repeat(32),
                new SignInOutcome.SignedIn.Basis(folder, false, false));
        desk = new StudyDesk(new OperatorDesk.House(Launch.of(List.of("--data", data.toString())), lanes,
                Clock.system(ZoneOffset.UTC), frame, new Notices()), new OperatorDesk.Look(appearance, memory), seat, () -> { });
        desk.start(_ -> { });
    }

    @AfterEach
    void end(FxRobot robot) {
        robot.interact(desk::close);
        lanes.close();
    }

    @Test
    void thereIsABaseAndAStudyRoomAndNothingOfCustomers(FxRobot robot) {
        until("the room is shown", () -> robot.lookup("#study-collections").tryQuery().isPresent());
        for (String selector : List.of("#call-answer", "#state-button", ".customer-card", ".sessions", "#registration-lamp")) {
            assertThat(robot.lookup(selector).tryQuery()).as(selector).isEmpty();
        }
        assertThat(folder.resolve("private")).doesNotExist();
        assertThat(robot.lookup("#study-empty").query().isVisible()).isTrue();
        assertThat(robot.lookup("#study-tree").query().isVisible()).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.F);
        until("the search has the focus", () -> scene.getFocusOwner() instanceof TextField);
        until("off line is said", () -> robot.lookup("#notice-offline-start").tryQuery().isPresent());
    }

    @Test
    void itSpeaksBothLanguagesInEachThemeWithoutAHorizontalScrollBar(FxRobot robot) {
        picture(robot, "study-desk-light-ru", Theme.LIGHT, true);
        picture(robot, "study-desk-dark-en", Theme.DARK, false);
        assertThat(robot.lookup(node -> node instanceof Labeled).queryAllAs(Labeled.class).stream()
                .filter(label -> label.isVisible() && label.getText() != null).map(Labeled::getText)
                .filter(text -> text.matches(".*\\p{IsCyrillic}.*") && !text.equals("КО"))).isEmpty();
    }

    @Test
    void aTraineeLearnsAndWhoIsAnOperatorTooChooses() {
        assertThat(StudyDesk.isFor(operator(Operator.Role.TRAINEE), null)).isTrue();
        assertThat(StudyDesk.isFor(operator(Operator.Role.TRAINEE), "operator")).isTrue();
        assertThat(StudyDesk.isFor(operator(Operator.Role.TRAINEE, Operator.Role.OPERATOR), null)).isFalse();
        assertThat(StudyDesk.isFor(operator(Operator.Role.TRAINEE, Operator.Role.OPERATOR), "trainee")).isTrue();
        assertThat(StudyDesk.isFor(operator(Operator.Role.OPERATOR), "trainee")).isFalse();
    }

    private static Operator operator(Operator.Role... roles) {
        return new Operator("op-4", "los", "Тимофей Лось", Set.of(roles), List.of());
    }

    private void picture(FxRobot robot, String name, Theme theme, boolean russian) {
        robot.interact(() -> {
            appearance.theme().set(theme);
            appearance.language().set(russian ? Words.RUSSIAN : Words.ENGLISH);
            stage.setWidth(1366);
            stage.setHeight(768);
        });
        until("the window has its size", () -> scene.getWidth() == 1366);
        Pictures.save(scene, name);
        assertThat(robot.lookup(".scroll-bar").queryAllAs(ScrollBar.class))
                .noneMatch(bar -> bar.isVisible() && bar.getOrientation() == Orientation.HORIZONTAL);
    }
}
