package ru.garnitura.kb.ui;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Words;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.article.ArticleTitle;
import ru.garnitura.kb.article.Section;

/// The base by sections, favourites and what was read last above them. Enter or a click opens an article.
final class BrowseView extends TreeView<BrowseView.Row> {

    private final Words words;
    private final Consumer<ArticleId> open;
    private final Set<String> expanded = new HashSet<>();

    BrowseView(BrowseViewModel browse, Words words, Consumer<ArticleId> open) {
        this.words = words;
        this.open = open;
        getStyleClass().add("kb-browse");
        accessibleTextProperty().bind(words.text("browse.name"));
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
        browse.shelfProperty().subscribe(this::show);
        words.language().subscribe(() -> show(browse.shelfProperty().get()));
    }

    /// One row: a heading with a number, or an article.
    sealed interface Row {

        record Place(String key, String name, int articles, Icon icon) implements Row {
        }

        record Entry(ArticleTitle article) implements Row {
        }
    }

    private void openChosen() {
        var chosen = getSelectionModel().getSelectedItem();
        if (chosen != null && chosen.getValue() instanceof Row.Entry(var article)) {
            open.accept(article.id());
        }
    }

    private void show(Shelf shelf) {
        var root = new TreeItem<Row>();
        addList(root, "favourites", Icon.STAR, shelf.favourites());
        addList(root, "recents", Icon.CLOCK, shelf.recents());
        addSections(root, shelf.titles());
        setRoot(root);
    }

    private void addList(TreeItem<Row> root, String key, Icon icon, List<ArticleTitle> titles) {
        if (!titles.isEmpty()) {
            var place = place(new Row.Place(key, words.now("browse." + key), titles.size(), icon));
            titles.forEach(title -> place.getChildren().add(new TreeItem<>(new Row.Entry(title))));
            root.getChildren().add(place);
        }
    }

    private void addSections(TreeItem<Row> root, List<ArticleTitle> titles) {
        var counts = new HashMap<Section, Integer>();
        for (var title : titles) {
            for (var section = title.section(); !section.path().isEmpty(); section = section.parent()) {
                counts.merge(section, 1, Integer::sum);
            }
        }
        var places = new HashMap<Section, TreeItem<Row>>();
        places.put(Section.ROOT, root);
        for (var title : titles) {
            place(title.section(), places, counts).getChildren().add(new TreeItem<>(new Row.Entry(title)));
        }
    }

    private TreeItem<Row> place(Section section, Map<Section, TreeItem<Row>> places, Map<Section, Integer> counts) {
        var known = places.get(section);
        if (known != null) {
            return known;
        }
        var key = String.join("\u001f", section.path());
        var item = place(new Row.Place(key, section.name(), counts.getOrDefault(section, 0), Icon.FOLDER));
        place(section.parent(), places, counts).getChildren().add(item);
        places.put(section, item);
        return item;
    }

    private TreeItem<Row> place(Row.Place row) {
        var item = new TreeItem<Row>(row);
        item.setExpanded(expanded.contains(row.key()));
        item.expandedProperty().subscribe(isOpen -> {
            if (isOpen) {
                expanded.add(row.key());
            } else {
                expanded.remove(row.key());
            }
        });
        return item;
    }

    private static final class RowCell extends TreeCell<Row> {

        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            switch (empty ? null : row) {
                case null -> {
                    setText(null);
                    setGraphic(null);
                }
                case Row.Place(var _, var name, var articles, var icon) -> {
                    setText(name + "  " + articles);
                    setGraphic(icon.node(14));
                }
                case Row.Entry(var article) -> {
                    setText(article.title());
                    setGraphic((article.mustRead() ? Icon.BOOKMARK : Icon.FILE_TEXT).node(14));
                }
            }
        }
    }
}
