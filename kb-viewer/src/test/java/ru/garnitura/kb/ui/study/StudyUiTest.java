package ru.garnitura.kb.ui.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import ru.garnitura.assets.Pictures;
import ru.garnitura.assets.Theme;
import ru.garnitura.assets.ThemeSwitch;
import ru.garnitura.assets.Words;
import ru.garnitura.kb.KbModule;
import ru.garnitura.kb.KbNeeds;
import ru.garnitura.kb.StudyModule;
import ru.garnitura.kb.TestArticles;
import ru.garnitura.kb.article.Article;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.study.QuizQuestion;
import ru.garnitura.kb.sync.RecordedFeedback;
import ru.garnitura.kb.sync.ScriptedKbApi;

/// The study room beside a real base on a real window, fed by a scripted back office.
@ExtendWith(ApplicationExtension.class)
class StudyUiTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-22T11:02:00Z"), ZoneId.of("Europe/Moscow"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final SimpleObjectProperty<Locale> language = new SimpleObjectProperty<>(Words.RUSSIAN);
    private final ExecutorService io = Executors.newVirtualThreadPerTaskExecutor();
    private List<QuizQuestion> questions = List.of();
    @SuppressWarnings("NullAway.Init")
    private KbModule base;
    @SuppressWarnings("NullAway.Init")
    private StudyModule study;
    @SuppressWarnings("NullAway.Init")
    private Scene scene;

    @Start
    void start(Stage stage) {
        var api = new ScriptedKbApi().answer(ScriptedKbApi.page("c1", TestArticles.changes()));
        var needs = new KbNeeds(new KbNeeds.Lanes(Platform::runLater, io),
                new KbNeeds.Ports(api, new RecordedFeedback(), _ -> { }, _ -> { }), folder.resolve("kb"), NOW, language);
        base = new KbModule(needs);
        base.withoutReply();
        study = new StudyModule(base, needs, () -> questions, folder.resolve("study.properties"));
        scene = new Scene(new HBox(study.view(), base.view()), 900, 760);
        ((Region) study.view()).setMinWidth(440);
        ((Region) base.view()).setPrefWidth(460);
        ThemeSwitch.apply(scene, Theme.LIGHT);
        scene.getStylesheets().addAll(StudyModule.stylesheets());
        stage.setScene(scene);
        stage.show();
        base.start();
    }

    @AfterEach
    void close() {
        base.close();
        WaitForAsyncUtils.waitForFxEvents();
        io.close();
    }

    @Test
    void anArticleOpenedCountsAsRead(FxRobot robot) throws TimeoutException {
        until(() -> text(robot, "#study-progress").startsWith("прочитано 0 из"));
        TreeView<?> tree = robot.lookup("#study-tree").queryAs(TreeView.class);
        assertThat(tree.isVisible()).isTrue();
        assertThat(robot.lookup("#study-empty").query().isVisible()).isFalse();
        TreeItem<?> must = tree.getRoot().getChildren().getFirst();
        assertThat(must.isExpanded()).isTrue();
        robot.interact(() -> {
            tree.requestFocus();
            tree.getSelectionModel().select(1);
        });
        robot.push(KeyCode.ENTER);
        until(() -> text(robot, "#study-progress").startsWith("прочитано 1 из"));
        assertThat(robot.lookup("#kb-insert").<Button>query().getText()).isEqualTo("Копировать");
        Pictures.save(scene, "study-collections-light-ru");
        robot.interact(() -> {
            language.set(Words.ENGLISH);
            ThemeSwitch.apply(scene, Theme.DARK);
        });
        assertThat(text(robot, "#study-progress")).endsWith("read");
        Pictures.save(scene, "study-collections-dark-en");
    }

    @Test
    void theStepsOfADecisionTreeAreCopiedWhereThereIsNoReply(FxRobot robot) throws TimeoutException {
        until(() -> text(robot, "#study-progress").contains("из"));
        robot.interact(() -> base.open(new ArticleId("t-4"), ""));
        until(() -> robot.lookup(".kb-walk").tryQuery().isPresent());
        robot.interact(() -> robot.lookup(".kb-walk").query().requestFocus());
        robot.type(KeyCode.DIGIT1, KeyCode.DIGIT2);
        assertThat(text(robot, "#kb-walk-insert")).isEqualTo("Копировать шаги");
        robot.interact(() -> language.set(Words.ENGLISH));
        assertThat(text(robot, "#kb-walk-insert")).isEqualTo("Copy steps");
    }

    @Test
    void aDrillIsWonByOpeningTheRightArticleHoweverItIsFound(FxRobot robot) throws TimeoutException {
        until(() -> text(robot, "#study-progress").contains("из"));
        robot.clickOn("#study-drill");
        robot.clickOn("#drill-begin");
        until(() -> robot.lookup("#drill-words").tryQuery().isPresent());
        Pictures.save(scene, "study-drill-light-ru");
        int prompts = 0;
        while (robot.lookup("#drill-words").tryQuery().isPresent() && prompts < 10) {
            prompts++;
            String position = position(robot);
            Article right = answerTo(text(robot, "#drill-words"));
            if (prompts == 1) {
                Article other = TestArticles.all().stream().filter(one -> !one.labels().synonyms().stream()
                        .anyMatch(right.labels().synonyms()::contains)).findFirst().orElseThrow();
                robot.interact(() -> base.open(other.id(), ""));
                until(() -> text(robot, "#drill-verdict").startsWith("Это другая"));
            }
            if (prompts == 2) {
                robot.clickOn("#drill-skip");
            } else {
                robot.interact(() -> base.open(right.id(), ""));
            }
            until(() -> robot.lookup("#drill-score").tryQuery().isPresent() || !position(robot).equals(position));
            until(() -> scene.getFocusOwner() instanceof TextField || robot.lookup("#drill-score").tryQuery().isPresent());
        }
        int last = prompts;
        assertThat(last).isGreaterThan(2);
        assertThat(text(robot, "#drill-score")).isEqualTo((100 * (last - 1) - 10) / last + " из 100");
        Pictures.save(scene, "study-drill-over-light-ru");
        robot.clickOn("#drill-leave");
        until(() -> robot.lookup("#drill-begin").tryQuery().isPresent());
        robot.clickOn("#study-collections");
        TreeView<?> tree = robot.lookup("#study-tree").queryAs(TreeView.class);
        until(() -> tree.getRoot().getChildren().size() > 2);
        until(() -> robot.lookup("#study-tree .label").queryAllAs(Label.class).stream().anyMatch(label -> "Повторить".equals(label.getText())));
    }

    @Test
    void questionsAreAnsweredByKeyboardAndTheRightAnswerIsShown(FxRobot robot) throws TimeoutException {
        robot.clickOn("#study-quiz");
        robot.clickOn("#quiz-begin");
        until(() -> robot.lookup("#quiz-pane .label").queryAllAs(Label.class).stream().anyMatch(label -> label.getText().startsWith("В статьях пока нет")));
        ArticleId about = TestArticles.all().getFirst().id();
        questions = List.of(new QuizQuestion(about, "Сколько дней ждать?", List.of("два", "три", "пять"), 1),
                new QuizQuestion(about, "Нужен ли паспорт?", List.of("да", "нет"), 0));
        robot.clickOn("#quiz-begin");
        for (int i = 0; i < 2; i++) {
            until(() -> robot.lookup("#quiz-text").tryQuery().isPresent());
            boolean days = text(robot, "#quiz-text").startsWith("Сколько");
            if (i == 0) {
                robot.interact(() -> robot.lookup("#quiz-answer-0").query().requestFocus());
            }
            assertThat(scene.getFocusOwner()).hasFieldOrPropertyWithValue("id", "quiz-answer-0");
            robot.push(KeyCode.TAB);
            robot.push(KeyCode.SPACE);
            until(() -> robot.lookup("#quiz-verdict").tryQuery().isPresent());
            assertThat(text(robot, "#quiz-verdict")).isEqualTo(days ? "Верно" : "Нет. Правильно: да");
            Pictures.save(scene, days ? "study-quiz-right-light-ru" : "study-quiz-wrong-light-ru");
            if (!days) {
                robot.interact(() -> ThemeSwitch.apply(scene, Theme.CONTRAST));
                Pictures.save(scene, "study-quiz-wrong-contrast-ru");
                robot.interact(() -> ThemeSwitch.apply(scene, Theme.LIGHT));
            }
            assertThat(scene.getFocusOwner()).hasFieldOrPropertyWithValue("id", "quiz-next");
            robot.push(KeyCode.SPACE);
        }
        until(() -> robot.lookup("#quiz-score").tryQuery().isPresent());
        assertThat(text(robot, "#quiz-score")).isEqualTo("50 из 100");
    }

    private static Article answerTo(String quoted) {
        String words = quoted.substring(1, quoted.length() - 1);
        return TestArticles.all().stream().filter(article -> article.labels().synonyms().contains(words)).findFirst().orElseThrow();
    }

    private static String position(FxRobot robot) {
        return robot.lookup("#drill-pane .label").queryAllAs(Label.class).stream().map(Label::getText)
                .filter(text -> text.startsWith("Задание")).findFirst().orElse("");
    }

    private static String text(FxRobot robot, String selector) {
        return robot.lookup(selector).tryQueryAs(Labeled.class).map(Labeled::getText).orElse("");
    }

    private static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
