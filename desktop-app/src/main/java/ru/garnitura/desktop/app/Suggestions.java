package ru.garnitura.desktop.app;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.Words;
import ru.garnitura.kb.KbModule;

/// Articles that fit the customer's words, as buttons above the composer; under the mouse, the words each was found by. FX lane.
final class Suggestions {

    private static final int WORDS = 3;

    private final KbModule base;
    private final ObservableList<Node> row;
    private final Consumer<KbModule.Hit> open;
    private final Words words;
    private List<KbModule.Hit> shown = List.of();
    private int asked;

    Suggestions(KbModule base, ObservableList<Node> row, Consumer<KbModule.Hit> open, Words words) {
        this.base = base;
        this.words = words;
        this.row = row;
        this.open = open;
    }

    void follow(ObservableValue<String> words) {
        words.subscribe(now -> {
            int question = ++asked;
            if (now.isBlank()) {
                show(List.of());
                return;
            }
            base.suggest(now).thenAccept(hits -> {
                if (question == asked) {
                    show(hits);
                }
            });
        });
    }

    private void show(List<KbModule.Hit> hits) {
        if (!hits.equals(shown)) {
            shown = hits;
            row.setAll(hits.stream().map(this::button).toList());
        }
    }

    private Node button(KbModule.Hit hit) {
        Button button = new Button(hit.title());
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll(Styles.SOFT, "suggestion");
        if (!hit.because().isEmpty()) {
            ObservableValue<String> why = words.text("suggestion.because",
                    String.join(", ", hit.because().stream().limit(WORDS).toList()));
            Tooltip tip = new Tooltip();
            tip.textProperty().bind(why);
            button.setTooltip(tip);
            button.accessibleHelpProperty().bind(why);
        }
        button.setOnAction(event -> open.accept(hit));
        return button;
    }
}
