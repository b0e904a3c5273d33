package ru.garnitura.kb.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import ru.garnitura.assets.Theme;
import ru.garnitura.assets.ThemeSwitch;
import ru.garnitura.assets.Words;
import ru.garnitura.kb.KbModule;
import ru.garnitura.kb.KbNeeds;
import ru.garnitura.kb.KbNeeds.DamagedCache;
import ru.garnitura.kb.TestArticles;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.sync.RecordedFeedback;
import ru.garnitura.kb.sync.ScriptedKbApi;

/// The pane over files that went bad since it was closed.
@ExtendWith(ApplicationExtension.class)
@Timeout(180)
class DamagedBaseUiTest {

    private static final int SECONDS = 10;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final List<DamagedCache.Kind> told = new CopyOnWriteArrayList<>();
    private final ExecutorService io = Executors.newVirtualThreadPerTaskExecutor();
    @SuppressWarnings("NullAway.Init")
    private Stage stage;
    @SuppressWarnings("NullAway.Init")
    private KbModule kb;

    @Start
    void start(Stage window) {
        stage = window;
        open();
    }

    private void open() {
        var api = new ScriptedKbApi().answer(ScriptedKbApi.page("c1", TestArticles.changes()));
        kb = new KbModule(new KbNeeds(new KbNeeds.Lanes(Platform::runLater, io),
                new KbNeeds.Ports(api, new RecordedFeedback(), _ -> { }, damage -> told.add(damage.what())), folder,
                Clock.systemUTC(), new SimpleObjectProperty<>(Words.RUSSIAN)));
        var scene = new Scene((Region) kb.view(), 388, 880);
        ThemeSwitch.apply(scene, Theme.LIGHT);
        scene.getStylesheets().addAll(KbModule.stylesheets());
        stage.setScene(scene);
        stage.show();
        kb.start();
    }

    @AfterEach
    void close() throws InterruptedException {
        kb.close();
        WaitForAsyncUtils.waitForFxEvents();
        io.shutdown();
        assertThat(io.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    private static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, condition::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void loaded() throws TimeoutException {
        until(() -> kb.status().getValue().light() == KbStatus.Light.FRESH);
    }

    @Test
    void eachIsToldByItsNameAndTheBaseIsThereAgain(FxRobot robot) throws TimeoutException, IOException {
        loaded();
        kb.close();
        blank(folder.resolve("store").resolve("kb.mv.db"));
        blank(folder.resolve("own").resolve("own.mv.db"));
        try (var files = Files.newDirectoryStream(folder.resolve("index"), "*.cfs")) {
            for (var file : files) {
                blank(file);
            }
        }
        robot.interact(this::open);
        loaded();
        until(() -> told.size() == 3);
        assertThat(told).containsExactlyInAnyOrder(DamagedCache.Kind.values());
        assertThat(kb.status().getValue().articles()).isEqualTo(12);

        robot.interact(() -> kb.showSearch("роуминг"));
        until(() -> !robot.lookup("#kb-results").queryListView().getItems().isEmpty());
        robot.interact(() -> kb.open(new ArticleId("t-8"), ""));
        until(() -> robot.lookup(".kb-article").query().isVisible());
    }

    /// Three quarters of the file are nothing any more.
    private static void blank(Path file) throws IOException {
        try (var open = new RandomAccessFile(file.toFile(), "rw")) {
            open.write(new byte[(int) (open.length() * 3 / 4)]);
        }
    }
}
