package ru.garnitura.desktop.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.garnitura.desktop.endtoend.Await.until;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import ru.garnitura.assets.Pictures;
import ru.garnitura.assets.Theme;
import ru.garnitura.desktop.link.rest.LinkFault;
import ru.garnitura.desktop.link.signin.SignInOutcome;
import ru.garnitura.desktop.settings.WindowMemory;
import ru.garnitura.desktop.ui.Appearance;
import ru.garnitura.desktop.ui.shell.WindowFrame;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class SignInUiTest {

    @TempDir
    static Path folder;

    private final List<String> knocks = new ArrayList<>();
    private volatile SignInOutcome answer = new SignInOutcome.WrongPassword();
    private Appearance appearance;
    private Scene scene;

    @Start
    void start(Stage stage) {
        WindowMemory memory = WindowMemory.read(folder, Runnable::run);
        appearance = new Appearance(memory, new Appearance.Wanted("ru", "light"), Clock.systemUTC());
        WindowFrame frame = new WindowFrame(stage, appearance, memory);
        scene = frame.scene();
        stage.setWidth(1366);
        stage.setHeight(768);
        var lanes = new SignInViewModel.Lanes(Platform::runLater, Executors.newVirtualThreadPerTaskExecutor());
        var model = new SignInViewModel(lanes, (login, password) -> {
            knocks.add(login + " " + new String(password));
            return answer;
        }, in -> { });
        SignInView view = new SignInView(model, appearance, "https://desk.example.com", "");
        frame.show(view);
        view.start();
    }

    @Test
    void eachRefusalHasItsTextInBothLanguagesAndThePictureIsGood(FxRobot robot) {
        robot.clickOn("#sign-in-login").write("orlova");
        robot.clickOn("#sign-in-password").write("wrong").push(KeyCode.ENTER);
        refusal(robot, "Логин или пароль неверны");
        assertThat(knocks).containsExactly("orlova wrong");
        Pictures.save(scene, "sign-in-light-ru");

        answer = new SignInOutcome.Unreachable(LinkFault.REFUSED);
        robot.write("right").push(KeyCode.ENTER);
        refusal(robot, "Сервер не отвечает");

        answer = new SignInOutcome.NewerContract(2);
        robot.clickOn("#sign-in-enter");
        refusal(robot, "Обновите программу");

        answer = new SignInOutcome.TooManyTries(Duration.ofSeconds(3));
        robot.clickOn("#sign-in-enter");
        refusal(robot, "через 3 секунды");

        robot.clickOn("#sign-in-language");
        refusal(robot, "Try again in 3 seconds");
        robot.interact(() -> appearance.theme().set(Theme.DARK));
        Pictures.save(scene, "sign-in-dark-en");
        robot.interact(() -> appearance.theme().set(Theme.CONTRAST));
        Pictures.save(scene, "sign-in-contrast-en");
        robot.clickOn("#sign-in-language");
    }

    private static void refusal(FxRobot robot, String part) {
        until(part, () -> {
            Label label = robot.lookup("#sign-in-refusal").queryAs(Label.class);
            return label.isVisible() && label.getText().contains(part);
        });
    }
}
