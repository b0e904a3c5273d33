package ru.garnitura.kb.ui;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Formats;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Words;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.article.ArticleTitle;
import ru.garnitura.kb.article.Listed;
import ru.garnitura.kb.article.Section;

/// The base by sections, favourites and what was read last above them. Enter or a click opens an article.
final class BrowseView extends TreeView<BrowseView.Row> {

    private final Words words;
    private final Formats formats;
    private final Ways ways;
    private final Set<String> expanded = new HashSet<>();

    BrowseView(BrowseViewModel browse, Words words, Formats formats, Ways ways) {
        this.words = words;
        this.formats = formats;
        this.ways = ways;
        expanded.add("news");
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

    /// Where rows lead.
    ///
    /// @param open   shows an article
    /// @param search searches for words again
    /// @param today  tells what is overdue
    record Ways(Consumer<ArticleId> open, Consumer<String> search, Supplier<LocalDate> today) {
    }

    /// One row: a heading with a number, or an article.
    sealed interface Row {

        record Place(String key, String name, int articles, Icon icon) implements Row {
        }

        record Entry(ArticleTitle article) implements Row {
        }

        /// @param note until when, and whether that is over
        record News(ArticleTitle article, String note, boolean overdue) implements Row {
        }

        record Search(String said) implements Row {
        }
    }

    private void openChosen() {
        var chosen = getSelectionModel().getSelectedItem();
        switch (chosen == null ? null : chosen.getValue()) {
            case Row.Entry(var article) -> ways.open().accept(article.id());
            case Row.News(var article, var _, var _) -> ways.open().accept(article.id());
            case Row.Search(var said) -> ways.search().accept(said);
            case Row.Place _ -> { }
            case null -> { }
        }
    }

    private void show(Shelf shelf) {
        var root = new Branch(null);
        var mine = shelf.mine();
        addPlace(root, "news", Icon.BOOKMARK, mine.news().stream().<Row>map(this::news).toList());
        addPlace(root, "changed", Icon.EDIT, entries(mine.changed()));
        addPlace(root, "favourites", Icon.STAR, entries(mine.favourites()));
        addPlace(root, "recents", Icon.CLOCK, entries(mine.recents()));
        addPlace(root, "searches", Icon.SEARCH, searches(mine.searches()));
        addSections(root, shelf.titles());
        remember(root);
        var chosen = getSelectionModel().getSelectedItem();
        setRoot(root);
        if (chosen != null) {
            choose(chosen.getValue());
        }
    }

    /// Who walks the rows by keyboard goes on where they were, though the base has changed.
    private void choose(Row row) {
        IntStream.range(0, getExpandedItemCount()).filter(at -> row.equals(getTreeItem(at).getValue())).findFirst()
                .ifPresent(getSelectionModel()::select);
    }

    private Row news(Listed listed) {
        var by = listed.readBy();
        var overdue = by != null && ways.today().get().isAfter(by);
        var note = by == null ? "" : words.now(overdue ? "news.overdue" : "news.until", formats.date(by));
        return new Row.News(listed.title(), note, overdue);
    }

    private static List<Row> entries(List<ArticleTitle> titles) {
        return titles.stream().<Row>map(Row.Entry::new).toList();
    }

    /// The latest first, then the frequent ones that are not among them.
    private static List<Row> searches(Shelf.Searches searches) {
        return Stream.concat(searches.recent().stream(), searches.frequent().stream()).distinct()
                .<Row>map(Row.Search::new).toList();
    }

    private void addPlace(Branch root, String key, Icon icon, List<Row> rows) {
        if (!rows.isEmpty()) {
            var place = new Branch(new Row.Place(key, words.now("browse." + key), rows.size(), icon));
            place.rows.addAll(rows);
            root.branches.add(place);
        }
    }

    private void addSections(Branch root, List<ArticleTitle> titles) {
        var counts = new HashMap<Section, Integer>();
        for (var title : titles) {
            for (var section = title.section(); !section.path().isEmpty(); section = section.parent()) {
                counts.merge(section, 1, Integer::sum);
            }
        }
        var places = new HashMap<Section, Branch>();
        places.put(Section.ROOT, root);
        for (var title : titles) {
            place(title.section(), places, counts).rows.add(new Row.Entry(title));
        }
    }

    private Branch place(Section section, Map<Section, Branch> places, Map<Section, Integer> counts) {
        var known = places.get(section);
        if (known != null) {
            return known;
        }
        var key = String.join("\u001f", section.path());
        var item = new Branch(new Row.Place(key, section.name(), counts.getOrDefault(section, 0), Icon.FOLDER));
        place(section.parent(), places, counts).branches.add(item);
        places.put(section, item);
        return item;
    }

    /// Opens what was open before, and notes what is opened and closed from now on.
    private void remember(Branch above) {
        for (var item : above.branches) {
            if (item.getValue() instanceof Row.Place place) {
                item.setExpanded(expanded.contains(place.key()));
                item.expandedProperty().subscribe(isOpen -> note(place.key(), isOpen));
            }
            remember(item);
        }
    }

    private void note(String key, boolean isOpen) {
        if (isOpen) {
            expanded.add(key);
        } else {
            expanded.remove(key);
        }
    }

    /// A place whose items are made when it is first looked into: a base of many thousand articles is not made item by
    /// item each time one of them changes.
    private static final class Branch extends TreeItem<Row> {

        private final List<Branch> branches = new ArrayList<>();
        private final List<Row> rows = new ArrayList<>();
        private boolean filled;

        Branch(@Nullable Row row) {
            super(row);
        }

        @Override
        public boolean isLeaf() {
            return false;
        }

        @Override
        public ObservableList<TreeItem<Row>> getChildren() {
            if (!filled) {
                filled = true;
                var leaves = rows.stream().map(TreeItem::new).toList();
                super.getChildren().setAll(Stream.concat(leaves.stream(), branches.stream()).toList());
            }
            return super.getChildren();
        }
    }

    private static final class RowCell extends TreeCell<Row> {

        /// As wide as the pane: a long title is shortened, not scrolled to.
        RowCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().remove("kb-overdue");
            switch (empty ? null : row) {
                case null -> {
                    setText(null);
                    setGraphic(null);
                }
                case Row.Place(var _, var name, var articles, var icon) -> {
                    setText(name + "  " + articles);
                    setGraphic(icon.node(14));
                }
                case Row.News(var article, var note, var overdue) -> {
                    setText(note.isEmpty() ? article.title() : note + "  \u00b7  " + article.title());
                    setGraphic((overdue ? Icon.ALERT_TRIANGLE : Icon.BOOKMARK).node(14));
                    if (overdue) {
                        getStyleClass().add("kb-overdue");
                    }
                }
                case Row.Search(var said) -> {
                    setText(said);
                    setGraphic(Icon.SEARCH.node(14));
                }
                case Row.Entry(var article) -> {
                    setText(article.title());
                    setGraphic((article.mustRead() ? Icon.BOOKMARK : Icon.FILE_TEXT).node(14));
                }
            }
        }
    }
}
