package ru.garnitura.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
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
import ru.garnitura.assets.Words;
import ru.garnitura.desktop.ui.Appearance;
import ru.garnitura.kb.KbModule;
import ru.garnitura.kb.KbNeeds;
import ru.garnitura.kb.article.Article;
import ru.garnitura.kb.article.ArticleChange;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.article.ArticleText;
import ru.garnitura.kb.article.Labels;
import ru.garnitura.kb.article.Passage;
import ru.garnitura.kb.article.Provenance;
import ru.garnitura.kb.article.Revision;
import ru.garnitura.kb.article.Section;
import ru.garnitura.kb.sync.KbApi;
import ru.garnitura.kb.sync.KbFeedback;
import ru.garnitura.kb.ui.KbStatus;

@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class SuggestionsUiTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final SimpleObjectProperty<Locale> language = new SimpleObjectProperty<>(Words.RUSSIAN);
    private final SimpleStringProperty said = new SimpleStringProperty("");
    private final ExecutorService io = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> opened = new CopyOnWriteArrayList<>();
    private final FlowPane row = new FlowPane();
    @SuppressWarnings("NullAway.Init")
    private KbModule base;

    @Start
    void start(Stage stage) {
        base = new KbModule(new KbNeeds(new KbNeeds.Lanes(Platform::runLater, io),
                new KbNeeds.Ports(new OnePage(), new NoFeedback(), _ -> { }, _ -> { }), folder, Clock.systemUTC(), language));
        new Suggestions(base, row.getChildren(), hit -> opened.add(hit.article().value()),
                Words.of(language, "desktop", Appearance.class)).follow(said);
        stage.setScene(new Scene(row, 600, 100));
        stage.show();
        base.start();
    }

    @AfterEach
    void close() throws InterruptedException {
        base.close();
        io.shutdown();
        assertThat(io.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    private static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void aSuggestionIsAButtonThatSaysWhyAndOpens(FxRobot robot) throws TimeoutException {
        until(() -> base.status().getValue().light() == KbStatus.Light.FRESH);
        robot.interact(() -> said.set("Ну вот, у меня всё это время пропал интернет, роутер горит красным"));
        until(() -> !row.getChildren().isEmpty());

        Button button = (Button) row.getChildren().getFirst();
        assertThat(button.getText()).isEqualTo("Нет интернета дома");
        assertThat(button.getTooltip().getText()).contains("интернет", "роутер").doesNotContain("все", "это", "вот", "меня");
        assertThat(button.getAccessibleHelp()).isEqualTo(button.getTooltip().getText());
        String russian = button.getTooltip().getText();
        robot.interact(() -> language.set(Words.ENGLISH));
        assertThat(button.getTooltip().getText()).isNotEqualTo(russian).contains("интернет");
        robot.interact(button::fire);
        assertThat(opened).containsExactly("net");
        robot.interact(() -> said.set("  "));
        until(() -> row.getChildren().isEmpty());
    }

    private static final class OnePage implements KbApi {

        @Override
        public ChangesOutcome changes(ChangesRequest request) {
            return request.cursor() != null ? new NotModified() : new ChangePage("e", List.of(
                    article("net", "Нет интернета дома", "Роутер горит красным: перезагрузите роутер и проверьте кабель."),
                    article("pay", "Обещанный платёж", "Платёж берут на пять дней. Всё это время номер работает.")), "c", false, 2);
        }

        private static ArticleChange article(String id, String title, String body) {
            return new ArticleChange.Put(new Article(new ArticleId(id), new Revision("r1"),
                    new ArticleText(title, Section.of("Помощь"), "ru", body, List.of()), Labels.NONE, Provenance.UNKNOWN));
        }

        @Override
        public BlobOutcome blob(String sha256, long offset, OutputStream sink) {
            return new Rejected(Rejection.NOT_FOUND, sha256);
        }

        @Override
        public ManifestOutcome manifest() {
            return new Unreachable("none", null);
        }
    }

    private record NoFeedback() implements KbFeedback {

        @Override
        public void flag(Passage passage, FlagKind kind, String comment) {
        }

        @Override
        public void read(ArticleId article, Revision revision) {
        }

        @Override
        public void acknowledge(ArticleId article, Revision revision) {
        }

        @Override
        public void nothingFound(String query) {
        }
    }
}
