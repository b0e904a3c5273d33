package ru.garnitura.kb.ui;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Formats;
import ru.garnitura.assets.Words;
import ru.garnitura.kb.article.Difference.Fate;
import ru.garnitura.kb.article.Difference.Row;
import ru.garnitura.kb.article.Passage;

/// An article: its heading, its blocks in a virtualised list, and what can be done with them. Blocks are chosen as
/// rows; Ctrl+C copies the chosen ones, with Shift their link too, Enter inserts them into the reply, Ctrl+F finds
/// words, Ctrl with plus and minus changes the size of the text.
final class ArticleView extends VBox {

    private static final int NONE = -1;
    private static final int ATTEMPTS = 6;

    private final ReaderViewModel reader;
    private final Words words;
    private final PictureNodes pictures;
    private final ListView<Row> blocks = new ListView<>();
    private final ArticleHeading heading;
    private final FindBar find;
    private final ChangesBar changes;
    private BlockNodes nodes;
    private int wanted = NONE;

    ArticleView(ReaderViewModel reader, PictureNodes pictures, Words words, Formats formats) {
        this.reader = reader;
        this.words = words;
        this.pictures = pictures;
        this.nodes = newNodes();
        this.find = new FindBar(words, this::bring);
        this.changes = new ChangesBar(words, this::nextChange);
        getStyleClass().add("kb-article");
        prepareBlocks();
        heading = new ArticleHeading(reader, words, formats,
                new ArticleHeading.Verbs(find::open, block -> bring(rowOf(block))));
        getChildren().addAll(heading, changes, find, blocks, new ConfirmBar(reader, words, formats),
                new ArticleActions(reader, this::chosen, () -> copy(true), words));
        reader.articleProperty().subscribe(this::show);
        changes.shownProperty().subscribe(_ -> refill());
        find.soughtProperty().subscribe(_ -> blocks.refresh());
        reader.textSizeProperty().subscribe(size -> {
            blocks.getStyleClass().removeIf(style -> style.startsWith("kb-size-"));
            blocks.getStyleClass().add("kb-size-" + size);
        });
    }

    private void prepareBlocks() {
        blocks.getStyleClass().add("kb-blocks");
        blocks.accessibleTextProperty().bind(words.text("article.body"));
        blocks.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        blocks.setCellFactory(_ -> new BlockCell());
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        VBox.setVgrow(blocks, Priority.ALWAYS);
    }

    /// Puts a button beside the title's others.
    void addTool(Node tool) {
        heading.addTool(tool);
    }

    /// Puts the find bar away.
    ///
    /// @return whether it was open
    boolean closeFind() {
        return find.close();
    }

    /// Indices of the chosen blocks, in their order; what is only shown as removed cannot be chosen.
    List<Integer> chosen() {
        return blocks.getSelectionModel().getSelectedItems().stream().map(Row::block).filter(block -> block >= 0)
                .sorted().toList();
    }

    private BlockNodes newNodes() {
        return new BlockNodes(words, new BlockNodes.Handlers(link -> reader.open(link.article(), link.anchor()),
                pictures::of, walked -> reader.insertText(walked.block(), walked.text()), reader.replyingProperty()));
    }

    private void show(@Nullable OpenArticle before, @Nullable OpenArticle now) {
        if (before == null || now == null || !now.body().equals(before.body()) || now.block() != before.block()) {
            find.close();
            nodes = newNodes();
            changes.show(now);
            refill();
        }
    }

    private void refill() {
        var open = reader.articleProperty().get();
        var rows = open == null ? List.<Row>of() : rows(open);
        blocks.setItems(FXCollections.observableList(rows));
        blocks.getSelectionModel().clearSelection();
        find.lookIn(rows);
        if (open != null && open.block() > 0) {
            bring(rowOf(open.block()));
        } else {
            blocks.scrollTo(0);
        }
    }

    private List<Row> rows(OpenArticle open) {
        var difference = open.mine().difference();
        if (changes.shownProperty().get() && difference != null) {
            return difference.rows();
        }
        var content = open.body().blocks();
        return IntStream.range(0, content.size())
                .mapToObj(at -> new Row(Fate.KEPT, at, content.get(at), Set.of())).toList();
    }

    private int rowOf(int block) {
        var rows = blocks.getItems();
        return IntStream.range(0, rows.size()).filter(at -> rows.get(at).block() == block).findFirst().orElse(0);
    }

    private void bring(int row) {
        blocks.getSelectionModel().clearAndSelect(row);
        wanted = row;
        requestLayout();
    }

    /// A list guesses how high the rows are that it has not shown yet, and how they wrap before it gave them a width, so
    /// that it lands beside a row far away; what it measured on the way there lets the next attempt land. It is there
    /// once another attempt changes nothing.
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        var before = List.<Integer>of();
        for (var attempt = 0; wanted >= 0 && attempt < ATTEMPTS; attempt++) {
            blocks.scrollTo(Math.max(0, wanted - 1));
            blocks.layout();
            var now = seen();
            var there = !now.isEmpty() && now.getFirst() <= wanted && wanted <= now.getLast() && now.equals(before);
            wanted = there ? NONE : wanted;
            before = now;
        }
        wanted = NONE;
    }

    /// The first and the last row in sight, none before the list was shown.
    private List<Integer> seen() {
        return blocks.lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getFirstVisibleCell() != null
                ? List.of(flow.getFirstVisibleCell().getIndex(), flow.getLastVisibleCell().getIndex()) : List.of();
    }

    private void nextChange() {
        var rows = blocks.getItems();
        var from = blocks.getSelectionModel().getSelectedIndex() + 1;
        IntStream.range(0, rows.size()).map(step -> (from + step) % rows.size())
                .filter(at -> rows.get(at).fate() != Fate.KEPT).findFirst().ifPresent(this::bring);
    }

    /// Lets words be found in the article on screen.
    void openFind() {
        find.open();
    }

    /// Takes the keyboard: rows are then chosen by the arrows.
    void enter() {
        if (blocks.getSelectionModel().isEmpty()) {
            blocks.getSelectionModel().selectFirst();
        }
        blocks.requestFocus();
    }

    private void onKey(KeyEvent key) {
        if (key.isShortcutDown() && shortcut(key)) {
            key.consume();
        } else if (key.getTarget() == blocks && step(key)) {
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER && key.getTarget() == blocks && !chosen().isEmpty()) {
            reader.insert(chosen());
            key.consume();
        }
    }

    /// A chosen decision tree takes the keys meant for it, and keeps the keyboard.
    ///
    /// @return whether the key was one
    private boolean step(KeyEvent key) {
        var walk = chosenWalk();
        if (walk != null && (key.getCode() == KeyCode.ENTER || key.getCode().isDigitKey())) {
            walk.requestFocus();
            walk.take(key);
            return true;
        }
        return false;
    }

    private @Nullable AlgorithmWalk chosenWalk() {
        return blocks.getSelectionModel().getSelectedItems().size() != 1 ? null : blocks.lookupAll(".list-cell:selected").stream()
                .filter(Node::isVisible).map(cell -> cell.lookup(".kb-walk")).filter(AlgorithmWalk.class::isInstance)
                .map(AlgorithmWalk.class::cast).findFirst().orElse(null);
    }

    private boolean shortcut(KeyEvent key) {
        switch (key.getCode()) {
            case F -> openFind();
            case EQUALS, PLUS, ADD -> reader.resizeText(1);
            case MINUS, SUBTRACT -> reader.resizeText(-1);
            case C -> {
                if (key.getTarget() != blocks) {
                    return false;
                }
                copy(key.isShiftDown());
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void copy(boolean withLink) {
        reader.passage(chosen()).map(withLink ? Passage::withLink : Passage::text).filter(text -> !text.isEmpty())
                .ifPresent(text -> {
                    var content = new ClipboardContent();
                    content.putString(text);
                    Clipboard.getSystemClipboard().setContent(content);
                });
    }

    private final class BlockCell extends FlowCell<Row> {

        @Override
        protected void updateItem(Row row, boolean empty) {
            getStyleClass().removeIf(style -> style.startsWith("kb-row-"));
            super.updateItem(row, empty);
        }

        @Override
        Node content(Row row) {
            var said = row.content().plain();
            if (row.fate() == Fate.KEPT) {
                setAccessibleText(said);
            } else {
                var fate = row.fate().name().toLowerCase(Locale.ROOT);
                getStyleClass().add("kb-row-" + fate);
                setAccessibleText(words.now("changes." + fate, said));
            }
            return nodes.of(row.content(), highlight(row));
        }

        private Highlight highlight(Row row) {
            var sought = find.soughtProperty().get();
            return sought.isBlank() ? Highlight.words(row.fresh()) : Highlight.find(sought);
        }
    }
}
