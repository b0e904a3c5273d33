package ru.garnitura.kb.ui;

import java.util.function.IntConsumer;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Words;
import ru.garnitura.assets.controls.IconButton;
import ru.garnitura.kb.article.Block;

/// The article's headings as a menu; there only where there are two or more. FX lane.
final class OutlineButton extends StackPane {

    private static final int FEWEST = 2;
    private static final int INDENT = 3;

    private final ContextMenu menu = new ContextMenu();
    private final IntConsumer goTo;

    /// @param goTo brings a block to the eye
    OutlineButton(ReaderViewModel reader, Words words, IntConsumer goTo) {
        this.goTo = goTo;
        var button = new IconButton(Icon.LIST, words.text("article.outline"));
        button.setId("kb-outline");
        button.setOnAction(_ -> menu.show(button, Side.BOTTOM, 0, 0));
        getChildren().add(button);
        setMinWidth(USE_PREF_SIZE);
        managedProperty().bind(visibleProperty());
        reader.articleProperty().subscribe(this::show);
    }

    private void show(@Nullable OpenArticle open) {
        menu.hide();
        menu.getItems().clear();
        if (open != null) {
            var blocks = open.body().blocks();
            for (var i = 0; i < blocks.size(); i++) {
                if (blocks.get(i) instanceof Block.Heading heading) {
                    menu.getItems().add(item(heading, i));
                }
            }
        }
        setVisible(menu.getItems().size() >= FEWEST);
    }

    private MenuItem item(Block.Heading heading, int block) {
        var item = new MenuItem(" ".repeat(INDENT * (heading.level() - 2)) + heading.plain());
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> goTo.accept(block));
        return item;
    }
}
