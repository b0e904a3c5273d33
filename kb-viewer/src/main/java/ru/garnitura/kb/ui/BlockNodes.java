package ru.garnitura.kb.ui;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
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
    private final IdentityHashMap<Block, AlgorithmWalk> walks = new IdentityHashMap<>();

    /// @param words    texts for people
    /// @param handlers what links, pictures and walks lead to
    BlockNodes(Words words, Handlers handlers) {
        this.words = words;
        this.follow = handlers.follow();
        this.pictures = handlers.pictures();
        this.insert = handlers.insert();
    }

    /// What the reader does for the blocks.
    record Handlers(Consumer<Inline.ArticleLink> follow, Function<Attachment, Node> pictures,
            Consumer<Walked> insert) {
    }

    /// The words of a walk through a decision tree.
    record Walked(Block block, String text) {
    }

    Node of(Block block) {
        return switch (block) {
            case Block.Heading heading -> styled(flow(heading.content()), "kb-heading", "kb-heading-" + heading.level());
            case Block.Paragraph paragraph -> indented(flow(paragraph.content()), paragraph.depth());
            case Block.Item item -> item(item);
            case Block.CallOut callOut -> callOut(callOut);
            case Block.Table table -> new TableGrid(table, this::flow);
            case Block.Steps steps -> walks.computeIfAbsent(steps, _ ->
                    new AlgorithmWalk(steps.algorithm(), words, this::flow, text -> insert.accept(new Walked(steps, text))));
            case Block.Code code -> code(code);
            case Block.Picture picture -> picture(picture);
            case Block.Rule _ -> styled(new Region(), "kb-rule");
            case Block.Omission _ -> omission();
        };
    }

    private TextFlow flow(List<Inline> content) {
        var flow = new TextFlow();
        content.forEach(run -> flow.getChildren().add(run(run)));
        return flow;
    }

    private Node run(Inline run) {
        return switch (run) {
            case Inline.Text(var said, var marks) -> {
                var text = new Text(said);
                text.getStyleClass().add("kb-text");
                marks.forEach(mark -> text.getStyleClass().add("kb-" + switch (mark) {
                    case STRONG -> "strong";
                    case EMPHASIS -> "emphasis";
                    case CODE -> "code";
                }));
                yield text;
            }
            case Inline.ArticleLink link -> new LinkText(link, follow);
        };
    }

    private Node item(Block.Item item) {
        var marker = new Label(item.number() > 0 ? item.number() + "." : "\u2022");
        marker.getStyleClass().add("kb-marker");
        var content = flow(item.content());
        HBox.setHgrow(content, Priority.ALWAYS);
        var row = new HBox(marker, content);
        row.setAlignment(Pos.BASELINE_LEFT);
        return indented(row, item.depth() - 1);
    }

    private Node callOut(Block.CallOut callOut) {
        var lines = new VBox();
        callOut.content().forEach(block -> lines.getChildren().add(of(block)));
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
