package ru.garnitura.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.garnitura.desktop.endtoend.Await.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import ru.garnitura.assets.Pictures;
import ru.garnitura.assets.Theme;
import ru.garnitura.assets.Words;
import ru.garnitura.desktop.link.signin.SignInOutcome;
import ru.garnitura.desktop.settings.WindowMemory;
import ru.garnitura.desktop.ui.Appearance;
import ru.garnitura.desktop.ui.notice.Notices;
import ru.garnitura.desktop.ui.shell.WindowFrame;

/// The whole desk in its window, on every room's real module, with a back office that is not there.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class DeskUiTest {

    @TempDir
    private static Path folder;

    private Lanes lanes;
    private WindowMemory memory;
    private Appearance appearance;
    private Stage stage;
    private Scene scene;
    private OperatorDesk desk;

    @Start
    void start(Stage window) throws IOException {
        stage = window;
        Path data = Files.createDirectories(folder.resolve("data"));
        Path config = Files.writeString(folder.resolve("config.json"),
                "{\"audio\":{\"source\":\"null\",\"sink\":\"null\",\"ringer\":\"null\"}}");
        Launch launch = Launch.of(List.of("--data", data.toString(), "--config", config.toString()));
        lanes = Lanes.of(Platform::runLater);
        memory = WindowMemory.read(data, lanes.io());
        appearance = new Appearance(memory, new Appearance.Wanted("ru", "light"), Clock.systemUTC());
        WindowFrame frame = new WindowFrame(stage, appearance, memory);
        scene = frame.scene();
        size(1680, 1000);
        Seat seat = new Seat(new QuietLink(folder.resolve("outbox")), QuietLink.policy(),
                new Seat.Folders(folder.resolve("private"), folder.resolve("kb")), "ab".repeat(32),
                new SignInOutcome.SignedIn.Basis(folder, false, false));
        desk = new OperatorDesk(new OperatorDesk.House(launch, lanes, Clock.system(ZoneOffset.UTC), frame, new Notices()),
                new OperatorDesk.Look(appearance, memory), seat, () -> { });
        desk.start(places -> { });
    }

    @BeforeEach
    void stands(FxRobot robot) {
        until("the desk stands", () -> robot.lookup("#handle-sessions").tryQuery().isPresent());
    }

    @AfterEach
    void end(FxRobot robot) {
        robot.interact(desk::close);
        memory.save();
        lanes.close();
    }

    @Test
    void theWindowSpeaksOneLanguageAtATime(FxRobot robot) {
        until("the notices are shown", () -> robot.lookup("#notice-offline-start").tryQuery().isPresent());
        until("hidden views are there too", () -> Stream.of("#call-answer", "#wrap-up-finish", "#composer", "#palette-words")
                .allMatch(hidden -> robot.lookup(hidden).tryQuery().isPresent()));
        Set<String> russian = texts(robot);
        robot.interact(() -> appearance.language().set(Words.ENGLISH));
        Set<String> english = texts(robot);

        assertThat(english).filteredOn(text -> !text.equals("КО") && text.matches(".*\\p{IsCyrillic}.*")).isEmpty();
        assertThat(russian).filteredOn(text -> !text.startsWith("Ctrl ") && text.matches("[A-Za-z ]{5,}")).isEmpty();
        robot.interact(() -> appearance.language().set(Words.RUSSIAN));
        assertThat(texts(robot)).filteredOn(text -> english.contains(text) && !russian.contains(text)).isEmpty();
    }

    @Test
    void everySizeThemeAndLanguageHasItsPictureAndNoHorizontalScrollBar(FxRobot robot) {
        picture(robot, "desk-1680-light-ru", Theme.LIGHT, Words.RUSSIAN, 1680, 1000);
        assertThat(width(robot, "#side-tabs")).isZero();
        picture(robot, "desk-1680-dark-en", Theme.DARK, Words.ENGLISH, 1680, 1000);
        picture(robot, "desk-1366-light-ru", Theme.LIGHT, Words.RUSSIAN, 1366, 768);
        assertThat(width(robot, "#side-tabs")).isPositive();
        picture(robot, "desk-1366-contrast-ru", Theme.CONTRAST, Words.RUSSIAN, 1366, 768);
    }

    @Test
    void aLinkFromAnotherProgramIsShownAndCalledOnlyWhenTheOperatorAgrees(FxRobot robot) {
        until("the window has the typing focus", () -> scene.getWindow().isFocused());
        robot.interact(() -> desk.follow("tel:8%20927%20555-01-34"));
        until("the number is asked about", () -> noticeOfLink(robot).contains("555\u201101\u201134"));
        assertThat(robot.lookup("#call-bar").query().isVisible()).isFalse();
        Pictures.save(scene, "desk-call-link-ru");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
        until("it is called", () -> robot.lookup("#call-bar").query().isVisible());
        assertThat(robot.lookup("#notice-call-link").tryQuery()).isEmpty();
        robot.interact(() -> desk.follow("tel:*46"));
        until("a service code is refused in words", () -> noticeOfLink(robot).contains("служебный код"));
    }

    @Test
    void thePaletteOpensTypesAndGivesTheFocusBack(FxRobot robot) {
        until("the window has the typing focus", () -> scene.getWindow().isFocused());
        robot.interact(() -> robot.lookup("#state-button").queryAs(MenuButton.class).requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.K);
        until("the palette is open", () -> robot.lookup("#palette").query().isVisible());
        robot.interact(() -> robot.lookup("#palette-words").queryTextInputControl().setText("не готов"));
        Pictures.save(scene, "desk-palette-light-ru");
        robot.push(KeyCode.ENTER);

        until("the palette is closed", () -> !robot.lookup("#palette").query().isVisible());
        until("the command was carried out",
                () -> robot.lookup("#state-button").queryAs(MenuButton.class).getText().startsWith("Не готов"));
        assertThat(scene.getFocusOwner()).hasFieldOrPropertyWithValue("id", "state-button");
        robot.push(KeyCode.F7);
        until("F7 makes ready again",
                () -> robot.lookup("#state-button").queryAs(MenuButton.class).getText().startsWith("Готов"));
    }

    @Test
    void aPanesWidthIsSetByTheArrowsAndRemembered(FxRobot robot) {
        Node handle = robot.lookup("#handle-sessions").query();
        double before = ((Region) robot.lookup("#handle-sessions").query()).getLayoutX();
        until("the window has the typing focus", () -> scene.getWindow().isFocused());
        robot.interact(handle::requestFocus);
        robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT);

        until("the edge has moved", () -> handle.getLayoutX() == before + 32);
        memory.save();
        assertThat(WindowMemory.read(folder.resolve("data"), Runnable::run).number("pane.sessions", 0)).isEqualTo(before + 32 + 3);
        robot.push(KeyCode.LEFT).push(KeyCode.LEFT);
    }

    private void picture(FxRobot robot, String name, Theme theme, Locale language, double width, double height) {
        robot.interact(() -> {
            appearance.theme().set(theme);
            appearance.language().set(language);
            size(width, height);
        });
        until("the window has its size", () -> scene.getWidth() == width);
        Pictures.save(scene, name);
        assertThat(robot.lookup(".scroll-bar").queryAllAs(ScrollBar.class))
                .noneMatch(bar -> bar.isVisible() && bar.getOrientation() == Orientation.HORIZONTAL);
    }

    private void size(double width, double height) {
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(width);
        stage.setHeight(height);
    }

    private static double width(FxRobot robot, String selector) {
        return robot.lookup(selector).tryQuery().map(node -> node.getLayoutBounds().getWidth()).orElse(0.0);
    }

    /// What is written in the window now, without figures of timers.
    private static Set<String> texts(FxRobot robot) {
        Set<String> texts = new TreeSet<>();
        robot.interact(() -> robot.lookup(node -> node instanceof Labeled).queryAllAs(Labeled.class).stream()
                .filter(label -> label.getText() != null && label.isVisible())
                .map(label -> label.getText().replaceAll("[0-9:]+", "").strip()).filter(text -> text.length() > 1)
                .forEach(texts::add));
        return texts;
    }

    private static String noticeOfLink(FxRobot robot) {
        var texts = new StringBuilder();
        robot.lookup("#notice-call-link").tryQuery().ifPresent(notice -> ShownDesk.collect(notice, texts));
        return texts.toString();
    }
}
