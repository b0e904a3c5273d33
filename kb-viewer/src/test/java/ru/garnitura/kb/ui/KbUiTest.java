package ru.garnitura.kb.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
import ru.garnitura.kb.TestArticles;
import ru.garnitura.kb.article.ArticleChange;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.article.Passage;
import ru.garnitura.kb.index.SearchHit;
import ru.garnitura.kb.sync.RecordedFeedback;
import ru.garnitura.kb.sync.ScriptedKbApi;

/// The whole pane on a real window, fed by a scripted back office.
@ExtendWith(ApplicationExtension.class)
@Timeout(180)
class KbUiTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-22T11:02:00Z"), ZoneId.of("Europe/Moscow"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final SimpleObjectProperty<Locale> language = new SimpleObjectProperty<>(Words.RUSSIAN);
    private final List<Passage> inserted = new CopyOnWriteArrayList<>();
    private final RecordedFeedback feedback = new RecordedFeedback();
    private final ScriptedKbApi api = new ScriptedKbApi();
    private final ExecutorService io = Executors.newVirtualThreadPerTaskExecutor();
    @SuppressWarnings("NullAway.Init")
    private KbModule kb;
    @SuppressWarnings("NullAway.Init")
    private Scene scene;

    @Start
    void start(Stage stage) {
        api.answer(ScriptedKbApi.page("c1", TestArticles.changes()));
        kb = new KbModule(new KbNeeds(new KbNeeds.Lanes(Platform::runLater, io),
                new KbNeeds.Ports(api, feedback, inserted::add, _ -> { }), folder, NOW, language));
        scene = new Scene((Region) kb.view(), 388, 880);
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
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void loaded() throws TimeoutException {
        until(() -> kb.status().getValue().light() == KbStatus.Light.FRESH);
    }

    private ListView<Object> results(FxRobot robot) {
        return robot.lookup("#kb-results").queryListView();
    }

    private void type(FxRobot robot, String words) throws TimeoutException {
        robot.interact(() -> kb.showSearch(words));
        until(() -> !results(robot).getItems().isEmpty());
    }

    private static String title(FxRobot robot) {
        return robot.lookup(".kb-article-heading .title").<Label>query().getText();
    }

    private void open(FxRobot robot, String id) throws TimeoutException {
        robot.interact(() -> kb.open(new ArticleId(id), ""));
        until(() -> robot.lookup(".kb-article").query().isVisible());
    }

    @Test
    void sectionsAreShownBeforeAnySearch(FxRobot robot) throws TimeoutException {
        loaded();
        until(() -> robot.lookup(".kb-browse").query().isVisible());

        Pictures.save(scene, "kb-browse-light-ru");

        assertThat(results(robot).isVisible()).isFalse();
        assertThat(robot.lookup(".kb-browse").query().getBoundsInParent().getHeight()).isGreaterThan(600);

        assertThat(robot.lookup("#kb-age").<Label>query().getText()).isEqualTo("12 статей · офлайн-копия 14:02");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void aSearchInTheWrongLayoutIsUnderstoodAndItsArticleOpens(Theme theme, FxRobot robot) throws TimeoutException {
        loaded();
        robot.interact(() -> ThemeSwitch.apply(scene, theme));
        type(robot, "gthtjajhvktybt");
        robot.type(KeyCode.ENTER);
        until(() -> robot.lookup(".kb-article").query().isVisible());

        Pictures.save(scene, "kb-article-" + theme.name().toLowerCase(Locale.ROOT) + "-ru");

        assertThat(robot.lookup("#kb-understood").<Label>query().getText()).isEqualTo("→ переоформление");
        assertThat(title(robot)).isEqualTo("Переоформление на несовершеннолетнего");
        assertThat(feedback.read()).contains(new ArticleId("t-1"));
    }

    @Test
    void theWholeWayIsWalkedByKeyboard(FxRobot robot) throws TimeoutException {
        loaded();
        type(robot, "переоформление");
        robot.type(KeyCode.DOWN);
        robot.type(KeyCode.ENTER);
        until(() -> robot.lookup(".kb-article").query().isVisible());
        assertThat(title(robot)).isEqualTo("Документы для переоформления номера");

        robot.type(KeyCode.ESCAPE);
        until(() -> !robot.lookup(".kb-article").query().isVisible());
        assertThat(robot.lookup("#kb-search").query().isFocused()).isTrue();
        robot.type(KeyCode.ESCAPE);
        until(() -> results(robot).getItems().isEmpty());
    }

    @Test
    void aDecisionTreeIsWalkedByDigits(FxRobot robot) throws TimeoutException {
        loaded();
        open(robot, "t-4");
        robot.interact(() -> robot.lookup(".kb-walk").query().requestFocus());
        robot.type(KeyCode.DIGIT1, KeyCode.DIGIT2);

        Pictures.save(scene, "kb-algorithm-light-ru");

        assertThat(robot.lookup(".kb-walk-outcome").tryQuery()).isPresent();
        robot.clickOn("Вставить шаги");
        assertThat(inserted).hasSize(1);
        assertThat(inserted.getFirst().text()).contains("Какого цвета индикатор сети? Красный", "Проверить аварии");
        robot.type(KeyCode.BACK_SPACE);
        assertThat(robot.lookup(".kb-walk-outcome").tryQuery()).isEmpty();

        robot.type(KeyCode.DIGIT2);
        robot.clickOn(robot.point("Авария на линии").atPosition(Pos.BOTTOM_LEFT).atOffset(4, -5));
        until(() -> title(robot).equals("Авария на линии"));
    }

    @Test
    void hitsAreSeenWithTheirTitlesAndPassagesOneBelowTheOther(FxRobot robot) throws TimeoutException {
        loaded();
        type(robot, "номер");
        until(() -> seen(robot, ".kb-hit-title").size() == results(robot).getItems().size());
        var titles = seen(robot, ".kb-hit-title");
        for (var row = 1; row < titles.size(); row++) {
            assertThat(top(titles.get(row))).isGreaterThan(top(titles.get(row - 1)) + 16);
        }
        assertThat(seen(robot, ".kb-hit-snippet")).isNotEmpty();

        robot.interact(() -> kb.showSearch("роуминг"));
        until(() -> seen(robot, ".kb-hit-title").stream().anyMatch(text -> text.getText().contains("Роуминг за границей")));
    }

    /// Texts with words that stand in the window.
    private List<Text> seen(FxRobot robot, String style) {
        return robot.lookup(style).queryAllAs(Text.class).stream()
                .filter(text -> !text.getText().isBlank() && text.getParent().getBoundsInParent().getHeight() > 10
                        && Stream.iterate((Node) text, Objects::nonNull, Node::getParent).allMatch(Node::isVisible))
                .sorted(Comparator.comparingDouble(KbUiTest::top)).toList();
    }

    private static double top(Text text) {
        return text.localToScene(text.getBoundsInLocal()).getMinY();
    }

    @Test
    void theHitAnArticleWasOpenedFromStaysInSight(FxRobot robot) throws TimeoutException {
        manyArticles();
        type(robot, "справка");
        for (var row = 1; row <= 9; row++) {
            robot.type(KeyCode.DOWN);
        }
        robot.type(KeyCode.ENTER);
        until(() -> robot.lookup(".kb-article").query().isVisible());
        until(() -> robot.lookup("#kb-results .virtual-flow").query() instanceof VirtualFlow<?> flow
                && flow.getHeight() < 400 && flow.getFirstVisibleCell().getIndex() <= 9 && flow.getLastVisibleCell().getIndex() > 9);
        Pictures.save(scene, "kb-opened-light-ru");
    }

    private void manyArticles() throws TimeoutException {
        loaded();
        api.answer(ScriptedKbApi.page("c2", IntStream.range(0, 40).<ArticleChange>mapToObj(n -> new ArticleChange.Put(
                TestArticles.article("m-" + n, "Справка " + n, "Справка выдаётся в салоне."))).toList()));
        until(() -> kb.status().getValue().articles() == 52);
    }

    @Test
    void hitsGetTheirPassagesAsTheyComeIntoSightAndTheChosenOneStaysChosen(FxRobot robot) throws TimeoutException {
        manyArticles();
        type(robot, "справка");
        var hits = robot.lookup("#kb-results").<SearchHit>queryListView();
        until(() -> hits.getItems().size() == 30);
        assertThat(hits.getItems().getFirst().isRead()).isTrue();
        for (var row = 1; row <= 20; row++) {
            robot.type(KeyCode.DOWN);
        }
        until(() -> hits.getItems().stream().allMatch(SearchHit::isRead));
        assertThat(hits.getSelectionModel().getSelectedIndex()).isEqualTo(20);
    }

    @Test
    void otherWordsBeginAtTheirBestHitAndTheSameWordsKeepTheChosenOne(FxRobot robot) throws TimeoutException {
        loaded();
        type(robot, "номер");
        var hits = robot.lookup("#kb-results").<SearchHit>queryListView();
        var second = hits.getItems().get(1).article();
        robot.type(KeyCode.DOWN);
        assertThat(hits.getSelectionModel().getSelectedItem().article()).isEqualTo(second);

        api.answer(ScriptedKbApi.page("c2", List.of(new ArticleChange.Put(
                TestArticles.article("m-1", "Другой номер", "О чём-то другом.")))));
        until(() -> hits.getItems().stream().anyMatch(hit -> hit.article().id().value().equals("m-1")));
        assertThat(hits.getSelectionModel().getSelectedItem().article()).isEqualTo(second);

        robot.interact(() -> kb.showSearch("номер"));
        robot.type(KeyCode.UP);
        var first = hits.getSelectionModel().getSelectedItem().article();
        robot.interact(() -> kb.showSearch("номер документы"));
        until(() -> hits.getItems().getFirst().article().id().value().equals("t-2"));
        assertThat(hits.getItems()).extracting(SearchHit::article).contains(first);
        assertThat(hits.getSelectionModel().getSelectedIndex()).isZero();
    }

    @Test
    void linksLeadToHeadingsAndBack(FxRobot robot) throws TimeoutException {
        loaded();
        open(robot, "t-1");
        robot.interact(() -> robot.lookup("Документы для переоформления").query().requestFocus());
        robot.type(KeyCode.ENTER);
        until(() -> title(robot).startsWith("Документы"));

        robot.press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);

        until(() -> title(robot).startsWith("Переоформление на"));
    }

    @Test
    void aPassageGoesIntoTheReplyAndAnErrorToTheEditors(FxRobot robot) throws TimeoutException {
        loaded();
        open(robot, "t-1");
        ListView<Object> blocks = robot.lookup(".kb-blocks").queryListView();
        robot.interact(() -> blocks.getSelectionModel().selectIndices(1, 2));
        robot.clickOn("#kb-insert");
        assertThat(inserted.getFirst().text()).startsWith("Присутствуют оба").contains("\nПаспорт нового владельца");

        robot.clickOn("#kb-flag");
        robot.clickOn("#kb-flag-comment").interact(() ->
                robot.lookup("#kb-flag-comment").queryTextInputControl().setText("Нужен ещё и СНИЛС"));
        Pictures.saveWindows("kb-flag-light-ru");
        robot.clickOn("#kb-flag-send");

        until(() -> !feedback.flags().isEmpty());
        assertThat(feedback.flags().getFirst().text()).startsWith("Присутствуют оба");
    }

    @Test
    void englishIsCompleteAndWordsThatFindNothingAreReported(FxRobot robot) throws TimeoutException {
        loaded();
        robot.interact(() -> language.set(Words.ENGLISH));
        open(robot, "t-1");
        Pictures.save(scene, "kb-article-light-en");
        assertThat(robot.lookup("#kb-age").<Label>query().getText()).isEqualTo("12 articles · offline copy 14:02");

        robot.interact(() -> kb.showSearch("xyzzyqwv"));
        until(() -> robot.lookup("Nothing found").query().getParent().isVisible());
        robot.type(KeyCode.ENTER);

        until(() -> feedback.nothing().contains("xyzzyqwv"));
        Pictures.save(scene, "kb-nothing-light-en");
    }

    @Test
    void aSearchForThePaletteAndSuggestionsComeBack(FxRobot robot) throws Exception {
        loaded();

        assertThat(kb.search("роуминг", 3).toCompletableFuture().get(20, TimeUnit.SECONDS).getFirst().title())
                .isEqualTo("Роуминг за границей");
        var suggested = kb.suggest("у меня украли телефон, заблокируйте номер").toCompletableFuture()
                .get(20, TimeUnit.SECONDS).getFirst();
        assertThat(suggested.article()).isEqualTo(new ArticleId("t-7"));
        assertThat(suggested.because()).contains("украли", "телефон").doesNotContain("меня");
    }
}
