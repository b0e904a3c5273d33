package ru.garnitura.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.garnitura.desktop.endtoend.Await.until;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.Scene;
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
import ru.garnitura.desktop.link.signin.SignInOutcome;
import ru.garnitura.desktop.settings.WindowMemory;
import ru.garnitura.desktop.ui.Appearance;
import ru.garnitura.desktop.ui.notice.Notice;
import ru.garnitura.desktop.ui.notice.Notices;
import ru.garnitura.desktop.ui.shell.WindowFrame;

/// A desk over local files that went bad: the window stands, and says of each what becomes of it.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class DamagedFilesUiTest {

    private static final Set<String> OF_THE_BASE = Set.of("rebuilt-base", "rebuilt-index", "rebuilt-own");

    @TempDir
    private Path folder;

    private Lanes lanes;
    private Notices notices;
    private Appearance appearance;
    private Stage stage;
    private Scene scene;
    private OperatorDesk desk;

    @Start
    void start(Stage window) throws IOException {
        stage = window;
        for (String file : List.of("kb/store/kb.mv.db", "kb/own/own.mv.db", "kb/index/segments_1", "private/private.mv.db")) {
            Path damaged = folder.resolve(file);
            Files.createDirectories(damaged.getParent());
            Files.write(damaged, "no such file".repeat(5_000).getBytes(StandardCharsets.UTF_8));
        }
        Path data = Files.createDirectories(folder.resolve("data"));
        Path config = Files.writeString(folder.resolve("config.json"),
                "{\"audio\":{\"source\":\"null\",\"sink\":\"null\",\"ringer\":\"null\"}}");
        lanes = Lanes.of(Platform::runLater);
        notices = new Notices();
        WindowMemory memory = WindowMemory.read(data, lanes.io());
        appearance = new Appearance(memory, new Appearance.Wanted("ru", "light"), Clock.systemUTC());
        WindowFrame frame = new WindowFrame(stage, appearance, memory);
        scene = frame.scene();
        stage.setWidth(1366);
        stage.setHeight(768);
        Seat seat = new Seat(new QuietLink(folder.resolve("outbox")), QuietLink.policy(),
                new Seat.Folders(folder.resolve("private"), folder.resolve("kb")), "ab".repeat(32),
                new SignInOutcome.SignedIn.Basis(folder, true, false));
        Launch launch = Launch.of(List.of("--data", data.toString(), "--config", config.toString()));
        desk = new OperatorDesk(new OperatorDesk.House(launch, lanes, Clock.system(ZoneOffset.UTC), frame, notices),
                new OperatorDesk.Look(appearance, memory), seat, () -> { });
        desk.start(_ -> { });
    }

    @AfterEach
    void end(FxRobot robot) {
        robot.interact(desk::close);
        lanes.close();
    }

    @Test
    void eachIsSaidInBothLanguages(FxRobot robot) {
        until("the desk stands", () -> robot.lookup("#handle-sessions").tryQuery().isPresent());
        until("all four are said", () -> notices.shown().stream().filter(notice -> notice.id().startsWith("rebuilt-")).count() == 4);
        assertThat(said("rebuilt-base")).contains("базы знаний", "загружается заново");
        assertThat(said("rebuilt-index")).contains("Поиск", "строится заново");
        assertThat(said("rebuilt-own")).contains("отметки", "начаты заново");
        assertThat(said("rebuilt-private")).contains("карточек и переписки");
        robot.interact(() -> notices.shown().stream().map(Notice::id).filter(id -> !OF_THE_BASE.contains(id)).toList()
                .forEach(notices::clear));
        picture(robot, "damaged-1366-light-ru", Theme.LIGHT, Words.RUSSIAN);
        picture(robot, "damaged-1366-dark-en", Theme.DARK, Words.ENGLISH);
        assertThat(said("rebuilt-own")).contains("begin anew");
        for (String aside : List.of("kb/store", "kb/own", "kb")) {
            assertThat(folder.resolve(aside).toFile().list()).anyMatch(name -> name.startsWith("damaged-"));
        }
    }

    private String said(String id) {
        return notices.shown().stream().filter(notice -> notice.id().equals(id)).findFirst().orElseThrow().text().getValue();
    }

    private void picture(FxRobot robot, String name, Theme theme, Locale language) {
        robot.interact(() -> {
            appearance.theme().set(theme);
            appearance.language().set(language);
        });
        Pictures.save(scene, name);
    }
}
