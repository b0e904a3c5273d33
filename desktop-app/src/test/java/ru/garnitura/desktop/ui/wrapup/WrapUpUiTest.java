package ru.garnitura.desktop.ui.wrapup;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.garnitura.desktop.endtoend.Await.until;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import ru.garnitura.assets.Pictures;
import ru.garnitura.assets.Words;
import ru.garnitura.desktop.desk.Contacts;
import ru.garnitura.desktop.desk.Disposition;
import ru.garnitura.desktop.desk.KeptWrapUps;
import ru.garnitura.desktop.desk.WrapUp;
import ru.garnitura.desktop.desk.WrapUps;
import ru.garnitura.desktop.link.policy.Limits;
import ru.garnitura.desktop.settings.WindowMemory;
import ru.garnitura.desktop.ui.Appearance;
import ru.garnitura.desktop.ui.shell.WindowFrame;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class WrapUpUiTest {

    private static final String SESSION = Contacts.call().session();

    @TempDir
    static Path folder;

    private final List<WrapUp> delivered = new ArrayList<>();
    private final List<String> articles = new ArrayList<>();
    private Instant now = Contacts.START;
    private WrapUps wrapUps;
    private WrapUpViewModel model;
    private WrapUpView view;
    private Appearance appearance;
    private Scene scene;

    @Start
    void start(Stage stage) {
        WindowMemory memory = WindowMemory.read(folder, Runnable::run);
        appearance = new Appearance(memory, new Appearance.Wanted("ru", "light"), Clock.systemUTC());
        WindowFrame frame = new WindowFrame(stage, appearance, memory);
        scene = frame.scene();
        stage.setWidth(1280);
        stage.setHeight(640);
        var ports = new WrapUps.Ports(new KeptWrapUps(), Runnable::run, Runnable::run, delivered::add, left -> { });
        wrapUps = new WrapUps(ports, Duration.ofSeconds(60), () -> now);
        model = new WrapUpViewModel(wrapUps, new WrapUpViewModel.Setting(Topics.choices(),
                new Limits.WrapUp(Duration.ofSeconds(60), Duration.ofSeconds(30)), articles::add), new RecentTopics(memory));
        view = new WrapUpView(model, appearance, () -> now);
        BorderPane pane = new BorderPane();
        pane.setBottom(view);
        frame.show(pane);
        model.show(SESSION);
    }

    @Test
    void aContactIsWrappedUpByTheKeyboard(FxRobot robot) {
        assertThat(view.isVisible()).isFalse();
        robot.interact(() -> wrapUps.begin(Contacts.call(), "роутер мигает"));
        assertThat(view.isVisible()).isTrue();
        assertThat(robot.lookup("#wrap-up-note").queryAs(TextArea.class).getText()).isEqualTo("роутер мигает");

        robot.clickOn("#wrap-up-finish");
        assertThat(robot.lookup("#wrap-up-incomplete").query().isVisible()).isTrue();
        assertThat(delivered).isEmpty();

        robot.interact(view::focusTopic);
        robot.interact(() -> robot.lookup("#topic-search").queryTextInputControl().setText("нет инт"));
        robot.push(KeyCode.ENTER);
        assertThat(robot.lookup("#wrap-up-topic").queryAs(Label.class).getText()).isEqualTo("Нет интернета");
        robot.clickOn("#result-resolved");
        until("the window has its size", () -> scene.getWidth() >= 1024);
        Pictures.save(scene, "wrap-up-light-ru");
        robot.interact(() -> appearance.language().set(Words.ENGLISH));
        assertThat(robot.lookup("#wrap-up-topic").queryAs(Label.class).getText()).isEqualTo("No internet");
        robot.interact(() -> appearance.language().set(Words.RUSSIAN));

        robot.clickOn("#wrap-up-finish");

        assertThat(delivered).singleElement().extracting(WrapUp::disposition)
                .isEqualTo(new Disposition("t-home-down", "resolved", "роутер мигает"));
        assertThat(view.isVisible()).isFalse();
        assertThat(model.recentTopics()).extracting(topic -> topic.id()).contains("t-home-down");
    }

    @Test
    void theTimeLeftIsShownAndMayBeExtended(FxRobot robot) {
        robot.interact(() -> wrapUps.begin(Contacts.call(), ""));
        assertThat(chip(robot)).isEqualTo("осталось 01:00");

        now = now.plusSeconds(75);
        robot.interact(view::tick);
        assertThat(chip(robot)).contains("сверх нормы 00:15");

        robot.clickOn("#wrap-up-extend");
        assertThat(chip(robot)).contains("осталось 00:30");
    }

    private static String chip(FxRobot robot) {
        return robot.lookup("#wrap-up .chip").queryAs(Label.class).getText();
    }
}
