package ru.garnitura.kb.ui;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Formats;
import ru.garnitura.assets.Words;
import ru.garnitura.kb.article.Block;
import ru.garnitura.kb.article.Passage;

/// An article: its heading, its blocks in a virtualised list, and what can be done with them. Blocks are chosen as
/// rows; Ctrl+C copies the chosen ones, Enter inserts them into the reply.
final class ArticleView extends VBox {

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final ReaderViewModel reader;
    private final Words words;
    private final PictureNodes pictures;
    private final ListView<Block> blocks = new ListView<>();
    private BlockNodes nodes;

    ArticleView(ReaderViewModel reader, PictureNodes pictures, Words words, Formats formats) {
        this.reader = reader;
        this.words = words;
        this.pictures = pictures;
        this.nodes = newNodes();
        getStyleClass().add("kb-article");
        blocks.getStyleClass().add("kb-blocks");
        blocks.accessibleTextProperty().bind(words.text("article.body"));
        blocks.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        blocks.setCellFactory(_ -> new BlockCell());
        blocks.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        VBox.setVgrow(blocks, Priority.ALWAYS);
        getChildren().addAll(new ArticleHeading(reader, words, formats), blocks,
                new ArticleActions(reader, this::chosen, words));
        reader.articleProperty().subscribe((before, now) -> show(before, now));
    }

    /// Puts the focus into the text.
    void focusText() {
        blocks.requestFocus();
    }

    /// Indices of the chosen blocks, in their order.
    List<Integer> chosen() {
        return blocks.getSelectionModel().getSelectedIndices().stream().sorted().toList();
    }

    private BlockNodes newNodes() {
        return new BlockNodes(words, new BlockNodes.Handlers(link -> reader.open(link.article(), link.anchor()),
                pictures::of, walked -> reader.insertText(walked.block(), walked.text())));
    }

    private void show(@Nullable OpenArticle before, @Nullable OpenArticle now) {
        if (now == null) {
            blocks.setItems(FXCollections.emptyObservableList());
        } else if (before == null || !now.body().equals(before.body()) || now.block() != before.block()) {
            nodes = newNodes();
            blocks.setItems(FXCollections.observableList(now.body().blocks()));
            blocks.getSelectionModel().clearSelection();
            blocks.scrollTo(now.block());
            if (now.block() > 0) {
                blocks.getSelectionModel().select(now.block());
            }
        }
    }

    private void onKey(KeyEvent key) {
        if (COPY.match(key)) {
            reader.passage(chosen()).map(Passage::text).filter(text -> !text.isEmpty()).ifPresent(ArticleView::copy);
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER && key.getTarget() == blocks && !chosen().isEmpty()) {
            reader.insert(chosen());
            key.consume();
        }
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private final class BlockCell extends FlowCell<Block> {

        @Override
        Node content(Block block) {
            setAccessibleText(block.plain());
            return nodes.of(block);
        }
    }
}
