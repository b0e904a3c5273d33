package ru.garnitura.kb.ui;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.Words;
import ru.garnitura.assets.controls.IconButton;

/// What can be done with an article: into the reply, or a word to the editors.
final class ArticleActions extends VBox {

    private final ReaderViewModel reader;
    private final Supplier<List<Integer>> chosen;
    private final Words words;

    /// @param chosen the blocks it is about, none for the whole article
    /// @param copy   copies them with their link
    ArticleActions(ReaderViewModel reader, Supplier<List<Integer>> chosen, Runnable copy, Words words) {
        this.reader = reader;
        this.chosen = chosen;
        this.words = words;
        var insert = button("article.insert", Icon.CORNER_DOWN_LEFT);
        insert.setId("kb-insert");
        insert.textProperty().bind(reader.replyingProperty().flatMap(
                replying -> words.text(replying ? "article.insert" : "article.copy")));
        insert.setOnAction(_ -> reader.insert(chosen.get()));
        var flag = button("article.flag", Icon.FLAG);
        flag.setId("kb-flag");
        flag.setOnAction(_ -> showForm(flag));
        var link = new IconButton(Icon.LINK, words.text("article.copylink"));
        link.setId("kb-copy-link");
        link.setOnAction(_ -> copy.run());
        var row = new HBox(insert, flag, link);
        row.getStyleClass().add("kb-actions");
        getChildren().addAll(flagged(), row);
    }

    /// That the editors' queue has it: an operator who cannot see it says it again.
    private Label flagged() {
        var flagged = new Label();
        flagged.setId("kb-flagged");
        flagged.getStyleClass().addAll(Styles.SMALL, "kb-flagged");
        flagged.setGraphic(Icon.CHECK.node(14));
        flagged.setWrapText(true);
        flagged.textProperty().bind(words.text("flag.noted"));
        flagged.visibleProperty().bind(reader.flaggedProperty());
        flagged.managedProperty().bind(flagged.visibleProperty());
        return flagged;
    }

    private Button button(String key, Icon icon) {
        var button = new Button();
        button.textProperty().bind(words.text(key));
        button.setGraphic(icon.node(14));
        button.getStyleClass().add(Styles.SOFT);
        return button;
    }

    private void showForm(Button flag) {
        var blocks = chosen.get();
        var popOver = new PopOver();
        var form = new FlagForm(words, (kind, comment) -> {
            reader.flag(blocks, kind, comment);
            popOver.hide();
        });
        popOver.setContentNode(form);
        popOver.setOnShown(_ -> form.begin());
        popOver.setArrowLocation(PopOver.ArrowLocation.BOTTOM_CENTER);
        popOver.setDetachable(false);
        popOver.show(flag);
    }
}
