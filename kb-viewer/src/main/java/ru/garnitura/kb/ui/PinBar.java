package ru.garnitura.kb.ui;

import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.Words;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.article.ArticleTitle;

/// What is kept at hand for the contact's topic, each article a button. Shown as long as there is something. FX lane.
final class PinBar extends FlowPane {

    private static final double INSETS = 4;

    private final Words words;
    private final Consumer<ArticleId> open;
    private final Label heading = new Label();

    PinBar(PinsViewModel pins, Words words, Consumer<ArticleId> open) {
        this.words = words;
        this.open = open;
        setId("kb-pins");
        getStyleClass().add("kb-filters");
        heading.getStyleClass().add(Styles.SMALL);
        managedProperty().bind(visibleProperty());
        pins.pinnedProperty().subscribe(this::show);
        words.language().subscribe(() -> show(pins.pinnedProperty().get()));
    }

    private void show(Pinned pinned) {
        var buttons = Stream.concat(pinned.given().stream().map(title -> button(title, Icon.BOOKMARK, "pins.given")),
                pinned.own().stream().map(title -> button(title, Icon.MAP_PIN, "pins.own"))).toList();
        var topic = pinned.topic();
        heading.setText(topic == null ? "" : words.now("pins.topic", topic.title()));
        getChildren().setAll(heading);
        getChildren().addAll(buttons);
        setVisible(!buttons.isEmpty());
    }

    private Button button(ArticleTitle article, Icon icon, String why) {
        var button = new Button(article.title(), icon.node(12));
        button.getStyleClass().addAll(Styles.SOFT, "kb-filter");
        button.setMnemonicParsing(false);
        button.maxWidthProperty().bind(widthProperty().subtract(INSETS));
        button.setTooltip(new Tooltip(words.now(why)));
        button.setAccessibleHelp(words.now(why));
        button.setOnAction(_ -> open.accept(article.id()));
        return button;
    }
}
