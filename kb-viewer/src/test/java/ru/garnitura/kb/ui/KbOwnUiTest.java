package ru.garnitura.kb.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
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
import ru.garnitura.kb.article.Block;
import ru.garnitura.kb.article.Difference.Row;
import ru.garnitura.kb.article.Passage;
import ru.garnitura.kb.article.Revision;
import ru.garnitura.kb.sync.KbApi.Unreachable;
import ru.garnitura.kb.sync.RecordedFeedback;
import ru.garnitura.kb.sync.ScriptedKbApi;

/// What is the operator's own, on a real window: favourites, what was read last, confirmations, flags; and the whole way
/// into an article by keyboard.
@ExtendWith(ApplicationExtension.class)
@Timeout(180)
class KbOwnUiTest {

    private static final Clock NOW = Clock.system(ZoneId.of("Europe/Moscow"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final SimpleObjectProperty<Locale> language = new SimpleObjectProperty<>(Words.RUSSIAN);
    private final List<Passage> inserted = new CopyOnWriteArrayList<>();
    private final RecordedFeedback feedback = new RecordedFeedback();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HeldBack io = new HeldBack(threads);
    private final ScriptedKbApi api = new ScriptedKbApi();
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
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    private static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void loaded() throws TimeoutException {
        until(() -> kb.status().getValue().light() == KbStatus.Light.FRESH);
    }

    /// Returns once it is shown and its reading is kept.
    private void open(FxRobot robot, String id) throws TimeoutException {
        var read = feedback.read().size();
        robot.interact(() -> kb.open(new ArticleId(id), ""));
        until(() -> robot.lookup(".kb-article").query().isVisible() && feedback.read().size() > read);
    }

    private static ListView<Row> blocks(FxRobot robot) {
        return robot.lookup(".kb-blocks").queryListView();
    }

    /// What stands under a heading of the shelf, in order.
    private static List<String> shelf(FxRobot robot, String place) {
        return tree(robot).getRoot().getChildren().stream()
                .filter(item -> item.getValue() instanceof BrowseView.Row.Place(var key, var _, var _, var _) && key.equals(place))
                .flatMap(item -> item.getChildren().stream()).map(TreeItem::getValue).map(BrowseView.Row.Entry.class::cast)
                .map(entry -> entry.article().id().value()).toList();
    }

    private static TreeView<Object> tree(FxRobot robot) {
        return robot.lookup(".kb-browse").queryAs(treeType());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Class<TreeView<Object>> treeType() {
        return (Class) TreeView.class;
    }

    private static String star(FxRobot robot) {
        return robot.lookup("#kb-favourite").query().getAccessibleText();
    }

    @Test
    void favouritesAndWhatWasReadLastStandOnTheShelf(FxRobot robot) throws TimeoutException {
        loaded();
        open(robot, "t-8");
        assertThat(star(robot)).isEqualTo("В избранное");
        robot.clickOn("#kb-favourite");
        assertThat(star(robot)).isEqualTo("Убрать из избранного");
        open(robot, "t-12");
        robot.type(KeyCode.ESCAPE);
        until(() -> shelf(robot, "favourites").equals(List.of("t-8")));
        until(() -> shelf(robot, "recents").equals(List.of("t-12", "t-8")));

        robot.interact(() -> tree(robot).getRoot().getChildren().forEach(place -> place.setExpanded(
                place.getValue() instanceof BrowseView.Row.Place(var key, var _, var _, var _)
                        && List.of("favourites", "recents").contains(key))));
        Pictures.save(scene, "kb-shelf-light-ru");
        robot.interact(() -> language.set(Words.ENGLISH));
        Pictures.save(scene, "kb-shelf-light-en");

        var favourite = tree(robot).getRoot().getChildren().stream().flatMap(place -> place.getChildren().stream())
                .filter(item -> item.getValue() instanceof BrowseView.Row.Entry(var article) && article.id().value().equals("t-8"))
                .findFirst().orElseThrow();
        robot.interact(() -> {
            tree(robot).getSelectionModel().select(favourite);
            tree(robot).requestFocus();
        });
        robot.type(KeyCode.ENTER);
        until(() -> robot.lookup(".kb-article").query().isVisible() && star(robot).equals("Remove from favourites"));
        robot.clickOn("#kb-favourite");
        robot.type(KeyCode.ESCAPE);
        assertThat(tree(robot).isFocused()).isTrue();
        until(() -> shelf(robot, "favourites").isEmpty() && shelf(robot, "recents").equals(List.of("t-8", "t-12")));
        assertThat(tree(robot).getSelectionModel().getSelectedItem().getValue())
                .isInstanceOfSatisfying(BrowseView.Row.Entry.class, row -> assertThat(row.article().id().value()).isEqualTo("t-8"));
    }

    @Test
    void theShelfIsRightHoweverLateItIsKept(FxRobot robot) throws TimeoutException {
        loaded();
        open(robot, "t-8");
        io.hold();
        robot.clickOn("#kb-favourite");
        robot.type(KeyCode.ESCAPE);
        until(() -> io.size() >= 2);
        io.release();
        until(() -> shelf(robot, "favourites").equals(List.of("t-8")));

        open(robot, "t-9");
        io.hold();
        robot.interact(() -> {
            robot.lookup("#kb-favourite").queryButton().fire();
            robot.lookup("#kb-favourite").queryButton().fire();
        });
        io.release();
        robot.type(KeyCode.ESCAPE);
        open(robot, "t-9");
        robot.type(KeyCode.ESCAPE);
        open(robot, "t-9");
        assertThat(star(robot)).isEqualTo("В избранное");
    }

    @Test
    void anErrorInAParagraphIsReportedByKeyboardWithoutAConnection(FxRobot robot) throws TimeoutException {
        loaded();
        IntStream.range(0, 200).forEach(_ -> api.answer(new Unreachable("no line", null)));
        until(() -> kb.status().getValue().light() == KbStatus.Light.STALE);
        open(robot, "t-1");
        robot.interact(() -> {
            blocks(robot).getSelectionModel().clearAndSelect(2);
            robot.lookup("#kb-flag").query().requestFocus();
        });
        robot.type(KeyCode.SPACE);
        until(() -> robot.lookup("#kb-flag-comment").tryQuery().filter(Node::isFocused).isPresent());
        robot.interact(() -> robot.lookup("#kb-flag-comment").queryTextInputControl().setText("Нужен ещё и СНИЛС"));
        robot.type(KeyCode.TAB);
        until(() -> robot.lookup("#kb-flag-send").query().isFocused());
        robot.press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
        until(() -> robot.lookup("#kb-flag-comment").query().isFocused());
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);

        until(() -> robot.lookup("#kb-flagged").query().isVisible());
        var flag = feedback.flags().getFirst();
        assertThat(flag.revision()).isEqualTo(new Revision("r1"));
        assertThat(flag.place().block()).isEqualTo(2);
        assertThat(flag.text()).isEqualTo(blocks(robot).getItems().get(2).content().plain());
        Pictures.save(scene, "kb-flagged-light-ru");
        robot.interact(() -> language.set(Words.ENGLISH));
        assertThat(robot.lookup("#kb-flagged").<Label>query().getText()).contains("editors will get it");
        open(robot, "t-2");
        assertThat(robot.lookup("#kb-flagged").query().isVisible()).isFalse();
    }

    @Test
    void aConfirmedArticleStaysSoUntilItIsAnotherOne(FxRobot robot) throws TimeoutException {
        loaded();
        open(robot, "t-7");
        var confirm = robot.lookup("#kb-confirm").query();
        robot.interact(confirm::requestFocus);
        robot.type(KeyCode.SPACE);
        until(() -> feedback.acknowledged().equals(List.of(new ArticleId("t-7"))));
        robot.type(KeyCode.ESCAPE);
        open(robot, "t-7");
        assertThat(confirm.getParent().isVisible()).isFalse();

        var known = TestArticles.all().stream().filter(one -> one.id().value().equals("t-7")).findFirst().orElseThrow();
        api.answer(ScriptedKbApi.page("c2", List.of(new ArticleChange.Put(new Article(known.id(), new Revision("r2"),
                known.text().withBody(known.text().body() + "\n\nТеперь и по телефону."), known.labels(), known.provenance())))));
        until(() -> confirm.getParent().isVisible());
        assertThat(feedback.acknowledged()).hasSize(1);
    }

    @Test
    void aDecisionTreeIsWalkedAndInsertedWithoutAMouse(FxRobot robot) throws TimeoutException {
        loaded();
        robot.interact(() -> kb.showSearch("нет интернета дома"));
        ListView<Object> results = robot.lookup("#kb-results").queryListView();
        until(() -> !results.getItems().isEmpty());
        robot.type(KeyCode.ENTER);
        until(() -> robot.lookup(".kb-article").query().isVisible());
        robot.type(KeyCode.ENTER);
        assertThat(blocks(robot).isFocused()).isTrue();
        for (var step = 0; step < 9 && !isAtTheTree(robot); step++) {
            robot.type(KeyCode.DOWN);
        }
        assertThat(isAtTheTree(robot)).isTrue();
        robot.type(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.ENTER);

        assertThat(inserted).hasSize(1);
        assertThat(inserted.getFirst().text()).contains("Какого цвета индикатор сети? Красный", "Проверить аварии");
        robot.type(KeyCode.BACK_SPACE, KeyCode.DIGIT1, KeyCode.ENTER);
        assertThat(inserted.getLast().text()).contains("Зелёный").doesNotContain("Красный");
        Pictures.save(scene, "kb-walked-light-ru");
        robot.type(KeyCode.ESCAPE);
        until(() -> !robot.lookup(".kb-article").query().isVisible());
        assertThat(robot.lookup("#kb-search").query().isFocused()).isTrue();
    }

    private static boolean isAtTheTree(FxRobot robot) {
        return blocks(robot).getSelectionModel().getSelectedItem().content() instanceof Block.Steps;
    }
}
