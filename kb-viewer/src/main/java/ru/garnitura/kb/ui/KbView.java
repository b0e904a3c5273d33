package ru.garnitura.kb.ui;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import ru.garnitura.assets.Formats;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.Words;
import ru.garnitura.assets.controls.EmptyPlace;
import ru.garnitura.assets.controls.FirstShown;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.index.SearchAnswer;
import ru.garnitura.kb.index.SearchHit;

/// The knowledge base's pane. Down and Up move through the results while the words can still be typed, Enter opens, and
/// once more goes into the article, Esc goes back: from the article to the words, from the words to the sections.
public final class KbView extends VBox {

    private static final int NONE = -1;
    private static final int ATTEMPTS = 4;
    private static final double HIT_HEIGHT = 64;
    private static final double RESULTS_SHARE = 0.42;

    private final KbModels models;
    private final SearchBox box;
    private final ListView<SearchHit> results = new ListView<>();
    private final ArticleView article;
    private final BrowseView browse;
    private boolean fromShelf;

    public KbView(KbModels models, ArticleTools tools) {
        this.models = models;
        var words = tools.words();
        box = new SearchBox(models.search(), words);
        box.getChildren().add(new PinBar(models.pins(), words, id -> models.reader().open(id, "")));
        article = new ArticleView(models.reader(), tools.pictures(), words, tools.formats());
        article.addTool(PinButton.of(models.reader(), models.pins(), words));
        browse = new BrowseView(models.browse(), words, tools.formats(), ways(tools));
        getStyleClass().addAll("kb-pane", Styles.SURFACE);
        setMinWidth(0);
        prepareResults(words);
        var body = new VBox(results, lower(tools));
        VBox.setVgrow(body, Priority.ALWAYS);
        results.maxHeightProperty().bind(Bindings.when(models.reader().articleProperty().isNull())
                .then(Double.MAX_VALUE).otherwise(body.heightProperty().multiply(RESULTS_SHARE)));
        var height = Bindings.createDoubleBinding(() -> models.reader().articleProperty().get() == null
                ? body.getHeight() : results.getItems().size() * HIT_HEIGHT,
                models.reader().articleProperty(), body.heightProperty(), results.getItems());
        results.prefHeightProperty().bind(height);
        getChildren().addAll(header(words), trouble(), box, body);
        show(models.search().answerProperty().get(), models.search().answerProperty().get());
        models.search().answerProperty().subscribe(this::show);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /// The view's models.
    public record KbModels(SearchViewModel search, ReaderViewModel reader, BrowseViewModel browse, PinsViewModel pins,
            StatusViewModel status) {
    }

    /// What articles are shown with.
    public record ArticleTools(Words words, Formats formats, PictureNodes pictures) {
    }

    /// Style sheets of the pane.
    public static List<String> stylesheets() {
        return List.of(KbSheets.address("kb.css"), KbSheets.address("article.css"));
    }

    public void focusSearch() {
        box.field().requestFocus();
        box.field().end();
    }

    /// Lets words be found in the article being read.
    ///
    /// @return false where the keyboard is not in an article
    public boolean findInArticle() {
        var reading = article.isVisible() && article.isFocusWithin();
        if (reading) {
            article.openFind();
        }
        return reading;
    }

    private Node header(Words words) {
        var title = new Label();
        title.textProperty().bind(words.text("title"));
        title.getStyleClass().add(Styles.STRONG);
        title.setMinWidth(Region.USE_PREF_SIZE);
        var age = new Label();
        age.setId("kb-age");
        age.getStyleClass().add(Styles.SMALL);
        age.textProperty().bind(models.status().statusBinding().map(models.status()::header));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var header = new HBox(title, gap, age);
        header.getStyleClass().addAll("kb-header", Styles.LINE_BOTTOM);
        return header;
    }

    /// Why the base is not kept up to date, as long as that is so for a reason people can mend.
    private Node trouble() {
        var trouble = new Label();
        trouble.setId("kb-trouble");
        trouble.getStyleClass().addAll(Styles.SMALL, "kb-trouble");
        trouble.setGraphic(Icon.ALERT_TRIANGLE.node(14));
        trouble.setWrapText(true);
        trouble.setMinHeight(USE_PREF_SIZE);
        trouble.setMaxWidth(Double.MAX_VALUE);
        trouble.textProperty().bind(models.status().statusBinding().map(KbStatus::words));
        shownWhile(trouble, models.status().statusBinding().map(now -> now.light() == KbStatus.Light.FAILED));
        return trouble;
    }

    private void prepareResults(Words words) {
        results.setId("kb-results");
        results.getStyleClass().add("kb-results");
        results.accessibleTextProperty().bind(words.text("search.results"));
        results.setCellFactory(_ -> new HitCell(models.search()::readOn));
        results.heightProperty().subscribe(this::bringChosen);
        results.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY) {
                openChosen();
            }
        });
    }

    /// Below the results: the article, the sections, or a word on why there is neither.
    private Node lower(ArticleTools tools) {
        var words = tools.words();
        var nothing = new EmptyPlace(Icon.SEARCH, words.text("search.nothing"), words.text("search.nothing.advice"));
        var gone = new EmptyPlace(Icon.ARCHIVE, words.text("article.gone"), words.text("article.gone.advice"));
        var empty = new EmptyPlace(Icon.BOOK_OPEN, words.text("empty"), words.text("empty.advice"));
        var open = models.reader().articleProperty().isNotNull();
        var missing = models.reader().missingProperty();
        var typed = models.search().typedProperty().isNotEmpty();
        var found = Bindings.isNotEmpty(results.getItems());
        var stocked = models.browse().shelfProperty().map(shelf -> !shelf.titles().isEmpty());
        shownWhile(article, open);
        shownWhile(gone, missing);
        shownWhile(nothing, typed.and(models.search().settledProperty()).and(open.not()).and(missing.not())
                .and(found.not()));
        shownWhile(browse, open.not().and(missing.not()).and(typed.not()).and(Bindings.createBooleanBinding(
                stocked::getValue, stocked)));
        shownWhile(empty, open.not().and(missing.not()).and(typed.not()).and(Bindings.createBooleanBinding(
                () -> !stocked.getValue(), stocked)));
        Stream.of(nothing, gone, empty, article).forEach(FirstShown::holdBack);
        var lower = new StackPane(browse, nothing, gone, empty, article);
        VBox.setVgrow(lower, Priority.ALWAYS);
        return lower;
    }

    private BrowseView.Ways ways(ArticleTools tools) {
        return new BrowseView.Ways(id -> {
            fromShelf = true;
            models.reader().open(id, "");
        }, said -> {
            models.search().typedProperty().set(said);
            focusSearch();
        }, () -> tools.formats().dayOf(models.reader().clock().instant()));
    }

    private static void shownWhile(Node node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }

    /// Other words have another best hit; where the base alone has changed, what was chosen stays so.
    private void show(SearchAnswer before, SearchAnswer answer) {
        var chosen = results.getSelectionModel().getSelectedItem();
        var same = chosen != null && before.understanding().equals(answer.understanding());
        var kept = same ? place(answer.hits(), chosen.article().id()) : NONE;
        results.getItems().setAll(answer.hits());
        results.setVisible(!answer.hits().isEmpty());
        results.setManaged(results.isVisible());
        if (kept != NONE) {
            results.getSelectionModel().clearAndSelect(kept);
        } else {
            results.getSelectionModel().selectFirst();
            toTop();
        }
    }

    private static int place(List<SearchHit> hits, ArticleId article) {
        return IntStream.range(0, hits.size()).filter(at -> hits.get(at).article().id().equals(article)).findFirst()
                .orElse(NONE);
    }

    /// Asked to scroll, a list lays itself out at once: not for every key typed.
    private void toTop() {
        if (results.lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getPosition() > 0) {
            results.scrollTo(0);
        }
    }

    /// An article leaves the list less room: the hit it was opened from stays in sight. A list guesses how high rows are that
    /// it has not shown; what it measured on the way lets the next attempt land.
    private void bringChosen() {
        var chosen = results.getSelectionModel().getSelectedIndex();
        if (chosen < 0 || models.reader().articleProperty().get() == null) {
            return;
        }
        results.layout();
        for (var attempt = 0; attempt < ATTEMPTS && !isInSight(chosen); attempt++) {
            results.scrollTo(Math.max(0, chosen - 1));
            results.layout();
        }
    }

    private boolean isInSight(int row) {
        return results.lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getFirstVisibleCell() != null
                && flow.getFirstVisibleCell().getIndex() <= row && row < flow.getLastVisibleCell().getIndex();
    }

    private void openChosen() {
        var hit = results.getSelectionModel().getSelectedItem();
        if (hit != null) {
            fromShelf = false;
            models.search().chose(hit.article().id());
            models.reader().open(hit.article().id(), Math.max(0, hit.block()));
        }
    }

    private void onKey(KeyEvent key) {
        var typing = box.field().isFocused();
        switch (key.getCode()) {
            case DOWN -> move(key, typing, 1);
            case UP -> move(key, typing, -1);
            case ENTER -> enter(key, typing);
            case ESCAPE -> escape(key, typing);
            default -> history(key);
        }
    }

    private void move(KeyEvent key, boolean typing, int step) {
        if (typing && !results.getItems().isEmpty()) {
            var chosen = results.getSelectionModel().getSelectedIndex() + step;
            results.getSelectionModel().clearAndSelect(Math.clamp(chosen, 0, results.getItems().size() - 1));
            results.scrollTo(results.getSelectionModel().getSelectedIndex());
            key.consume();
        }
    }

    private void enter(KeyEvent key, boolean typing) {
        if (typing || results.isFocused()) {
            models.search().settle();
            if (isChosenOpen()) {
                article.enter();
            } else {
                openChosen();
            }
            key.consume();
        }
    }

    private boolean isChosenOpen() {
        var hit = results.getSelectionModel().getSelectedItem();
        var open = models.reader().articleProperty().get();
        return open != null && (hit == null || hit.article().id().equals(open.article().id()));
    }

    private void escape(KeyEvent key, boolean typing) {
        if (article.closeFind()) {
            key.consume();
        } else if (models.reader().articleProperty().get() != null || models.reader().missingProperty().get()) {
            models.reader().close();
            goBack();
            key.consume();
        } else if (!models.search().typedProperty().get().isEmpty()) {
            models.search().settle();
            models.search().typedProperty().set("");
            focusSearch();
            key.consume();
        } else if (!typing) {
            focusSearch();
            key.consume();
        }
    }

    /// To the words, or to the shelf where the article was taken from it.
    private void goBack() {
        if (fromShelf && browse.isVisible()) {
            browse.requestFocus();
        } else {
            focusSearch();
        }
        fromShelf = false;
    }

    private void history(KeyEvent key) {
        if (key.isAltDown() && key.getCode() == KeyCode.LEFT) {
            models.reader().back();
            key.consume();
        } else if (key.isAltDown() && key.getCode() == KeyCode.RIGHT) {
            models.reader().forward();
            key.consume();
        }
    }
}
