package ru.garnitura.kb.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
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
import ru.garnitura.assets.Pictures;
import ru.garnitura.assets.Theme;
import ru.garnitura.assets.ThemeSwitch;
import ru.garnitura.assets.Words;
import ru.garnitura.kb.KbModule;
import ru.garnitura.kb.KbNeeds;
import ru.garnitura.kb.TestArticles;
import ru.garnitura.kb.article.Article;
import ru.garnitura.kb.article.ArticleChange;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.article.Difference.Fate;
import ru.garnitura.kb.article.Difference.Row;
import ru.garnitura.kb.article.Labels;
import ru.garnitura.kb.article.Passage;
import ru.garnitura.kb.article.Revision;
import ru.garnitura.kb.sync.KbApi.Rejected;
import ru.garnitura.kb.sync.KbApi.Rejection;
import ru.garnitura.kb.sync.RecordedFeedback;
import ru.garnitura.kb.sync.ScriptedKbApi;

/// Reading on a real window: what changed, finding, outline, size, news, filters, searches made before.
@ExtendWith(ApplicationExtension.class)
@Timeout(180)
class KbReadingUiTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-22T11:02:00Z"), ZoneId.of("Europe/Moscow"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final SimpleObjectProperty<Locale> language = new SimpleObjectProperty<>(Words.RUSSIAN);
    private final List<Passage> inserted = new CopyOnWriteArrayList<>();
    private final RecordedFeedback feedback = new RecordedFeedback();
    private final ExecutorService io = Executors.newVirtualThreadPerTaskExecutor();
    private final ScriptedKbApi api = new ScriptedKbApi();
    @SuppressWarnings("NullAway.Init")
    private KbModule kb;
    @SuppressWarnings("NullAway.Init")
    private Scene scene;

    @Start
    void start(Stage stage) {
        api.answer(ScriptedKbApi.page("c1", changes()));
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

    /// The small base with a deadline on the article that has to be read.
    private static List<ArticleChange> changes() {
        return TestArticles.all().stream().map(article -> article.labels().mustRead()
                ? new Article(article.id(), article.revision(), article.text(), new Labels(article.labels().tags(),
                        article.labels().synonyms(), true, LocalDate.of(2026, 11, 20)), article.provenance())
                : article).<ArticleChange>map(ArticleChange.Put::new).toList();
    }

    private static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void loaded() throws TimeoutException {
        until(() -> kb.status().getValue().light() == KbStatus.Light.FRESH);
    }

    private void open(FxRobot robot, String id) throws TimeoutException {
        robot.interact(() -> kb.open(new ArticleId(id), ""));
        until(() -> robot.lookup(".kb-article").query().isVisible());
    }

    private static ListView<Row> blocks(FxRobot robot) {
        return robot.lookup(".kb-blocks").queryListView();
    }

    private static TreeView<Object> tree(FxRobot robot) {
        return robot.lookup(".kb-browse").queryAs(treeType());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Class<TreeView<Object>> treeType() {
        return (Class) TreeView.class;
    }

    private static boolean has(FxRobot robot, String text) {
        return tree(robot).getRoot().getChildren().stream().map(TreeItem::getValue).map(String::valueOf)
                .anyMatch(row -> row.contains(text));
    }

    private static void press(FxRobot robot, KeyCode modifier, KeyCode key) {
        robot.press(modifier).type(key).release(modifier);
    }

    private void revise(String id, String from, String to) {
        var article = TestArticles.all().stream().filter(one -> one.id().value().equals(id)).findFirst().orElseThrow();
        var revised = new Article(article.id(), new Revision("r2"),
                article.text().withBody(article.text().body().replace(from, to)), article.labels(), article.provenance());
        api.answer(ScriptedKbApi.page("c2", List.of(new ArticleChange.Put(revised))));
    }

    @Test
    void whatChangedSinceItWasReadIsMarked(FxRobot robot) throws TimeoutException {
        loaded();
        open(robot, "t-1");
        until(() -> feedback.read().contains(new ArticleId("t-1")));
        robot.type(KeyCode.ESCAPE);
        revise("t-1", "150 ₽ |\n", "150 ₽ |\n\nНовый порядок действует с понедельника.\n\n");
        until(() -> has(robot, "changed"));

        open(robot, "t-1");
        until(() -> robot.lookup(".kb-changes").query().isVisible());
        until(() -> blocks(robot).getItems().stream().anyMatch(row -> row.fate() == Fate.ADDED));
        Pictures.save(scene, "kb-changes-light-ru");

        robot.clickOn("#kb-changes-toggle");
        assertThat(blocks(robot).getItems()).allMatch(row -> row.fate() == Fate.KEPT);
        robot.clickOn("#kb-changes-toggle");
        robot.interact(() -> ThemeSwitch.apply(scene, Theme.DARK));
        robot.interact(() -> language.set(Words.ENGLISH));
        Pictures.save(scene, "kb-changes-dark-en");
        assertThat(blocks(robot).getItems()).anyMatch(row -> row.fate() != Fate.KEPT);
    }

    @Test
    void findingLooksWhereTheOperatorIs(FxRobot robot) throws TimeoutException {
        loaded();
        open(robot, "t-1");
        robot.interact(() -> blocks(robot).requestFocus());
        robot.interact(kb::find);
        assertThat(robot.lookup("#kb-find").query().getParent().isVisible()).isTrue();

        robot.interact(() -> robot.lookup("#kb-search").query().requestFocus());
        robot.interact(kb::find);
        assertThat(robot.lookup(".kb-article").query().isVisible()).isFalse();
        assertThat(robot.lookup("#kb-search").query().isFocused()).isTrue();
    }

    @Test
    void wordsAreFoundInTheArticleByKeyboard(FxRobot robot) throws TimeoutException {
        loaded();
        open(robot, "t-1");
        robot.interact(() -> blocks(robot).requestFocus());
        press(robot, KeyCode.CONTROL, KeyCode.F);
        robot.interact(() -> robot.lookup("#kb-find").queryTextInputControl().setText("владел"));
        var count = robot.lookup("#kb-find-count").<Label>query();
        assertThat(count.getText()).isEqualTo("1 из 2");
        Pictures.save(scene, "kb-find-light-ru");

        robot.type(KeyCode.ENTER);
        assertThat(count.getText()).isEqualTo("2 из 2");
        assertThat(robot.lookup(".kb-blocks .kb-found").queryAll()).isNotEmpty();
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#kb-find").query().getParent().isVisible()).isFalse();
        assertThat(robot.lookup(".kb-article").query().isVisible()).isTrue();
    }

    @Test
    void theOutlineLeadsToAHeadingAndTheTextGrows(FxRobot robot) throws TimeoutException {
        loaded();
        open(robot, "t-1");
        robot.clickOn("#kb-outline");
        robot.clickOn("Сколько ждать");
        until(() -> blocks(robot).getSelectionModel().getSelectedItem().content().plain().equals("Сколько ждать"));

        robot.clickOn("#kb-size");
        robot.clickOn("#kb-size");
        until(() -> blocks(robot).getStyleClass().contains("kb-size-2"));
        Pictures.save(scene, "kb-large-light-ru");
        press(robot, KeyCode.CONTROL, KeyCode.MINUS);
        assertThat(blocks(robot).getStyleClass()).contains("kb-size-1").doesNotContain("kb-size-2");
    }

    @Test
    void aPassageIsCopiedWithItsLink(FxRobot robot) throws TimeoutException {
        loaded();
        open(robot, "t-1");
        robot.interact(() -> blocks(robot).getSelectionModel().select(2));
        robot.clickOn("#kb-copy-link");

        var copied = new ArrayList<String>();
        robot.interact(() -> copied.add(Clipboard.getSystemClipboard().getString()));
        assertThat(copied.getFirst()).isEqualTo(
                "Паспорт нового владельца, паспорт родителя.\nПереоформление на несовершеннолетнего (kb:t-1)");
    }

    @Test
    void newsStandOnTopUntilTheyAreConfirmed(FxRobot robot) throws TimeoutException {
        loaded();
        until(() -> has(robot, "news"));
        Pictures.save(scene, "kb-news-light-ru");
        open(robot, "t-7");
        Pictures.save(scene, "kb-confirm-light-ru");
        robot.clickOn("#kb-confirm");

        until(() -> feedback.acknowledged().contains(new ArticleId("t-7")));
        until(() -> !robot.lookup("#kb-confirm").query().getParent().isVisible());
        robot.type(KeyCode.ESCAPE);
        until(() -> !has(robot, "news"));
    }

    @Test
    void noRightToTheBaseIsSaidAndTheLastGoodCopyServes(FxRobot robot) throws TimeoutException {
        loaded();
        Label trouble = robot.lookup("#kb-trouble").query();
        assertThat(trouble.isVisible()).isFalse();
        IntStream.range(0, 200).forEach(_ -> api.answer(new Rejected(Rejection.FORBIDDEN, "403 from the script")));
        until(trouble::isVisible);

        assertThat(trouble.getText()).contains("нет прав").doesNotContain("403");
        assertThat(robot.lookup("#kb-age").<Label>query().getText()).contains("данные на", "14:02");
        robot.interact(() -> kb.showSearch("роуминг"));
        until(() -> !robot.lookup("#kb-results").queryListView().getItems().isEmpty());
        Pictures.save(scene, "kb-forbidden-light-ru");
        robot.interact(() -> language.set(Words.ENGLISH));
        assertThat(trouble.getText()).contains("no right");
    }

    @Test
    void aHitOpensAtTheParagraphThatAnswers(FxRobot robot) throws TimeoutException {
        loaded();
        var body = IntStream.range(0, 80).mapToObj(n -> "Абзац " + n + " о разном, чтобы статья была длинной и не поместилась."
                + (n == 60 ? " Громоотвод заземляют на крыше." : "")).collect(Collectors.joining("\n\n"));
        api.answer(ScriptedKbApi.page("c2", List.of(new ArticleChange.Put(TestArticles.article("long", "Длинная статья", body)))));
        robot.interact(() -> kb.showSearch("громоотвод"));
        until(() -> !robot.lookup("#kb-results").queryListView().getItems().isEmpty());
        robot.type(KeyCode.ENTER);
        until(() -> robot.lookup(".kb-article").query().isVisible());

        until(() -> robot.lookup(".kb-blocks .list-cell").<ListCell<?>>queryAll().stream()
                .filter(Node::isVisible).anyMatch(cell -> cell.getIndex() == 60));
        assertThat(robot.lookup(".kb-blocks .list-cell").<ListCell<?>>queryAll().stream().filter(Node::isVisible)
                .noneMatch(cell -> cell.getIndex() == 0)).isTrue();
        Pictures.save(scene, "kb-jump-light-ru");
    }

    @Test
    void anArticleIsPinnedToATopicAndShownWhenTheTopicIs(FxRobot robot) throws TimeoutException {
        loaded();
        var topic = new Pinned.Topic("roaming", "Роуминг", List.of(new ArticleId("t-8"), new ArticleId("not-in-the-base")));
        Node bar = robot.lookup("#kb-pins").query();
        assertThat(bar.isVisible()).isFalse();
        robot.interact(() -> kb.about(topic));
        until(() -> robot.lookup("#kb-pins .button").queryAll().size() == 1);
        open(robot, "t-8");
        assertThat(robot.lookup("#kb-pin").<Node>query().isVisible()).isFalse();
        open(robot, "t-12");
        Node pin = robot.lookup("#kb-pin").query();
        assertThat(pin.isVisible()).isTrue();
        robot.interact(((Button) pin)::fire);
        until(() -> robot.lookup("#kb-pins .button").queryAll().size() == 2);
        Pictures.save(scene, "kb-pins-light-ru");

        robot.interact(() -> kb.about(new Pinned.Topic("other", "Другое", List.of())));
        until(() -> !bar.isVisible());
        robot.interact(() -> kb.about(topic));
        until(bar::isVisible);
        robot.interact(() -> robot.lookup("#kb-pins .button").<Button>queryAll().stream().toList().getLast().fire());
        robot.interact(((Button) pin)::fire);
        until(() -> robot.lookup("#kb-pins .button").queryAll().size() == 1);
        robot.interact(() -> kb.about(null));
        until(() -> !bar.isVisible());
        assertThat(pin.isVisible()).isFalse();
    }

    @Test
    void aSearchIsNarrowedAndWidenedByItsButtons(FxRobot robot) throws TimeoutException {
        loaded();
        robot.interact(() -> kb.showSearch("номер"));
        ListView<Object> results = robot.lookup("#kb-results").queryListView();
        until(() -> !robot.lookup(".kb-filters .button").queryAll().isEmpty());
        Pictures.save(scene, "kb-filters-light-ru");
        var all = results.getItems().size();
        var first = robot.lookup(".kb-filters .button").<Button>queryAll().iterator().next();
        robot.interact(first::fire);
        until(() -> results.getItems().size() < all && !results.getItems().isEmpty());

        Node taken = robot.lookup(".kb-filter-on").query();
        robot.clickOn(taken);
        until(() -> results.getItems().size() == all);
    }

    @Test
    void wordsThatLedToAnArticleCanBeSearchedAgain(FxRobot robot) throws TimeoutException {
        loaded();
        robot.interact(() -> kb.showSearch("роуминг"));
        until(() -> !robot.lookup("#kb-results").queryListView().getItems().isEmpty());
        robot.type(KeyCode.ENTER);
        until(() -> robot.lookup(".kb-article").query().isVisible());
        robot.type(KeyCode.ESCAPE);
        robot.type(KeyCode.ESCAPE);

        until(() -> has(robot, "searches"));
    }

    @Test
    void whereBothLayoutsMakeSenseBothAreSearchedAndSaid(FxRobot robot) throws TimeoutException {
        api.answer(ScriptedKbApi.page("c2", List.of(new ArticleChange.Put(TestArticles.article("both", "Услуга hjevbyu",
                "Код услуги hjevbyu для старых договоров")))));
        loaded();
        robot.interact(() -> kb.showSearch("hjevbyu"));
        until(() -> robot.lookup("#kb-results").queryListView().getItems().size() > 1);

        assertThat(robot.lookup("#kb-understood").<Label>query().getText()).isEqualTo("→ найдено и так: роуминг");
    }

    @Test
    void aHugeHostileArticleOpensWithAFewRowsAtATime(FxRobot robot) throws TimeoutException {
        var rows = IntStream.range(0, 10_000).mapToObj(n -> "- строка списка " + n).collect(Collectors.joining("\n"));
        var row = "| " + "ячейка ".repeat(20) + "| b |\n";
        api.answer(ScriptedKbApi.page("c2", List.of(
                new ArticleChange.Put(TestArticles.article("list", "Огромный список", rows)),
                new ArticleChange.Put(TestArticles.article("table", "Огромная таблица",
                        "| a | b |\n|---|---|\n" + row.repeat(5_000_000 / row.length()))))));
        loaded();
        until(() -> robot.lookup("#kb-age").<Label>query().getText().startsWith("14"));

        open(robot, "list");
        until(() -> blocks(robot).getItems().size() == 10_000);
        assertThat(robot.lookup(".kb-blocks .list-cell").queryAll()).hasSizeLessThan(200);
        robot.interact(() -> blocks(robot).scrollTo(9_999));
        WaitForAsyncUtils.waitForFxEvents();

        open(robot, "table");
        until(() -> blocks(robot).getItems().size() < 1_000);
        assertThat(robot.lookup(".kb-blocks .list-cell").queryAll()).hasSizeLessThan(200);
    }
}
