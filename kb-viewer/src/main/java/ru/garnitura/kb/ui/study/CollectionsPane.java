package ru.garnitura.kb.ui.study;

import java.util.HashSet;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.Words;
import ru.garnitura.kb.article.ArticleTitle;
import ru.garnitura.kb.study.StudyCollection;
import ru.garnitura.kb.study.StudyPlan;

/// Collections with their progress; Enter or a click opens an article. FX lane.
final class CollectionsPane extends TreeView<CollectionsPane.Row> {

    private static final double SPACE = 4;

    private final StudyViewModel model;
    private final Words words;
    private final Set<String> closed = new HashSet<>();
    private boolean begun;

    CollectionsPane(StudyViewModel model, Words words) {
        this.model = model;
        this.words = words;
        setId("study-tree");
        getStyleClass().add("study-tree");
        accessibleTextProperty().bind(words.text("place.collections"));
        setShowRoot(false);
        setRoot(new TreeItem<>());
        setCellFactory(_ -> new RowCell());
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                openChosen();
            }
        });
        setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY) {
                openChosen();
            }
        });
        model.planProperty().subscribe(this::show);
        words.language().subscribe(() -> show(model.planProperty().get()));
    }

    /// One row: a collection, or an article in it.
    sealed interface Row {

        record Place(StudyCollection collection, int read) implements Row {
        }

        record Entry(ArticleTitle article, boolean read) implements Row {
        }
    }

    private void openChosen() {
        var chosen = getSelectionModel().getSelectedItem();
        if (chosen != null && chosen.getValue() instanceof Row.Entry(var article, var _)) {
            model.open(article.id());
        }
    }

    private void show(StudyPlan plan) {
        var selected = getSelectionModel().getSelectedIndex();
        var root = new TreeItem<Row>();
        for (StudyCollection collection : plan.collections()) {
            var place = new TreeItem<Row>(new Row.Place(collection, collection.read(plan.read())));
            collection.articles().forEach(article ->
                    place.getChildren().add(new TreeItem<>(new Row.Entry(article, plan.read().contains(article.id())))));
            remember(place, collection);
            root.getChildren().add(place);
        }
        begun = begun || !plan.collections().isEmpty();
        setRoot(root);
        getSelectionModel().select(selected);
    }

    /// Sections begin folded; what must be read and what went wrong begin open.
    private void remember(TreeItem<Row> place, StudyCollection collection) {
        var key = collection.kind() + collection.name();
        if (!begun && collection.kind() == StudyCollection.Kind.SECTION) {
            closed.add(key);
        }
        place.setExpanded(!closed.contains(key));
        place.expandedProperty().subscribe(open -> {
            if (open) {
                closed.remove(key);
            } else {
                closed.add(key);
            }
        });
    }

    private String name(StudyCollection collection) {
        return switch (collection.kind()) {
            case MUST_READ -> words.now("collection.must");
            case REPEAT -> words.now("collection.repeat");
            case SECTION -> collection.name().isEmpty() ? words.now("collection.elsewhere") : collection.name();
        };
    }

    /// Text and graphic of a row.
    private final class RowCell extends TreeCell<Row> {

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            setGraphic(empty || row == null ? null : switch (row) {
                case Row.Place(var collection, var read) -> place(collection, read);
                case Row.Entry(var article, var read) -> entry(article, read);
            });
        }

        private VBox place(StudyCollection collection, int read) {
            var name = new Label(name(collection));
            name.getStyleClass().add(Styles.STRONG);
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            var count = new Label(words.now("progress", read, collection.articles().size()));
            count.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
            count.setMinWidth(USE_PREF_SIZE);
            var bar = new ProgressBar((double) read / collection.articles().size());
            bar.setMaxWidth(Double.MAX_VALUE);
            bar.setAccessibleText(count.getText());
            var place = new VBox(SPACE, new HBox(name, count), bar);
            place.prefWidthProperty().bind(CollectionsPane.this.widthProperty().subtract(64));
            return place;
        }

        private HBox entry(ArticleTitle article, boolean read) {
            var mark = (read ? Icon.CHECK_CIRCLE : Icon.CIRCLE).node(14);
            mark.getStyleClass().add(read ? Styles.OK : Styles.NEUTRAL);
            mark.setAccessibleText(words.now(read ? "article.read" : "article.unread"));
            var title = new Label(article.title());
            title.setWrapText(true);
            title.prefWidthProperty().bind(CollectionsPane.this.widthProperty().subtract(96));
            var entry = new HBox(SPACE * 2, mark, title);
            entry.getStyleClass().add("study-entry");
            return entry;
        }
    }
}
