package ru.garnitura.kb.ui;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ru.garnitura.assets.Words;
import ru.garnitura.kb.article.Attachment;
import ru.garnitura.kb.article.Block;
import ru.garnitura.kb.article.Inline;

/// Blocks of an article as native nodes. FX lane.
final class BlockNodes {

    private static final double INDENT = 18;

    private final Words words;
    private final Consumer<Inline.ArticleLink> follow;
    private final Function<Attachment, Node> pictures;
    private final Consumer<Walked> insert;
    private final ObservableValue<Boolean> replying;
    private final IdentityHashMap<Block, List<Integer>> paths = new IdentityHashMap<>();

    /// @param words    texts for people
    /// @param handlers what links, pictures and walks lead to
    BlockNodes(Words words, Handlers handlers) {
        this.words = words;
        this.follow = handlers.follow();
        this.pictures = handlers.pictures();
        this.insert = handlers.insert();
        this.replying = handlers.replying();
    }

    /// What the reader does for the blocks.
    ///
    /// @param replying whether what is inserted goes into a reply; else it is copied
    record Handlers(Consumer<Inline.ArticleLink> follow, Function<Attachment, Node> pictures,
            Consumer<Walked> insert, ObservableValue<Boolean> replying) {
    }

    /// The words of a walk through a decision tree.
    record Walked(Block block, String text) {
    }

    /// A node of its own each time it is asked, as lists measure with one cell and show with another.
    Node of(Block block, Highlight highlight) {
        return of(block, new RunNodes(follow, highlight));
    }

    private Node of(Block block, RunNodes runs) {
        return switch (block) {
            case Block.Heading heading ->
                styled(runs.flow(heading.content()), "kb-heading", "kb-heading-" + heading.level());
            case Block.Paragraph paragraph -> indented(runs.flow(paragraph.content()), paragraph.depth());
            case Block.Item item -> item(item, runs);
            case Block.CallOut callOut -> callOut(callOut, runs);
            case Block.Table table -> new TableGrid(table, runs::flow);
            case Block.Steps steps -> new AlgorithmWalk(steps.algorithm(),
                    new AlgorithmWalk.Surroundings(words, runs::flow,
                            new AlgorithmWalk.Insertion(replying, text -> insert.accept(new Walked(steps, text)))),
                    paths.computeIfAbsent(steps, _ -> new ArrayList<>()));
            case Block.Code code -> code(code);
            case Block.Picture picture -> picture(picture);
            case Block.Rule _ -> styled(new Region(), "kb-rule");
            case Block.Omission _ -> omission();
        };
    }

    private static Node item(Block.Item item, RunNodes runs) {
        var marker = new Label(item.number() > 0 ? item.number() + "." : "\u2022");
        marker.getStyleClass().add("kb-marker");
        var content = runs.flow(item.content());
        HBox.setHgrow(content, Priority.ALWAYS);
        var row = new HBox(marker, content);
        row.setAlignment(Pos.BASELINE_LEFT);
        return indented(row, item.depth() - 1);
    }

    private Node callOut(Block.CallOut callOut, RunNodes runs) {
        var lines = new VBox();
        callOut.content().forEach(block -> lines.getChildren().add(of(block, runs)));
        return styled(lines, "kb-call-out");
    }

    private Node picture(Block.Picture picture) {
        var caption = new Label(picture.caption());
        caption.setWrapText(true);
        caption.getStyleClass().add("kb-caption");
        return styled(new VBox(pictures.apply(picture.attachment()), caption), "kb-picture");
    }

    private static Node code(Block.Code code) {
        var label = new Label(code.text());
        label.setWrapText(true);
        return styled(label, "kb-code-block");
    }

    private Node omission() {
        var label = new Label();
        label.textProperty().bind(words.text("article.omission"));
        label.setWrapText(true);
        return styled(label, "kb-omission");
    }

    private static Node indented(Region node, int depth) {
        node.setPadding(new Insets(0, 0, 0, INDENT * depth));
        return node;
    }

    private static <T extends Node> T styled(T node, String... styles) {
        node.getStyleClass().addAll(styles);
        return node;
    }
}
