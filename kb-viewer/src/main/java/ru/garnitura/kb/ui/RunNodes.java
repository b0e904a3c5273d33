package ru.garnitura.kb.ui;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import ru.garnitura.kb.article.Inline;
import ru.garnitura.kb.article.Inline.Mark;

/// Lines of an article as text that wraps. FX lane.
final class RunNodes {

    private final Consumer<Inline.ArticleLink> follow;
    private final Highlight highlight;

    /// @param follow    takes a link that was followed
    /// @param highlight what is set apart
    RunNodes(Consumer<Inline.ArticleLink> follow, Highlight highlight) {
        this.follow = follow;
        this.highlight = highlight;
    }

    TextFlow flow(List<Inline> content) {
        var flow = new TextFlow();
        for (var run : content) {
            switch (run) {
                case Inline.Text(var said, var marks) -> highlight.pieces(said).forEach(piece ->
                        flow.getChildren().add(piece.found() ? found(piece.text()) : text(piece.text(), marks)));
                case Inline.ArticleLink link -> flow.getChildren().add(new LinkText(link, follow));
            }
        }
        return flow;
    }

    private static Node found(String words) {
        var label = new Label(words);
        label.getStyleClass().add("kb-found");
        return label;
    }

    private static Node text(String said, Set<Mark> marks) {
        var text = new Text(said);
        text.getStyleClass().add("kb-text");
        marks.forEach(mark -> text.getStyleClass().add(switch (mark) {
            case STRONG -> "kb-strong";
            case EMPHASIS -> "kb-emphasis";
            case CODE -> "kb-code";
        }));
        return text;
    }
}
