package ru.garnitura.kb.ui;

import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Words;
import ru.garnitura.assets.controls.IconButton;

/// Keeps the article at hand for the contact's topic, or no longer. There only while a topic is known. FX lane.
final class PinButton {

    private static final PseudoClass PINNED = PseudoClass.getPseudoClass("pinned");

    private PinButton() {
    }

    static Node of(ReaderViewModel reader, PinsViewModel pins, Words words) {
        var button = new IconButton(Icon.MAP_PIN, Bindings.createStringBinding(() -> words.now(key(reader, pins), title(pins)),
                reader.articleProperty(), pins.pinnedProperty(), words.language()));
        button.setId("kb-pin");
        button.managedProperty().bind(button.visibleProperty());
        button.setOnAction(_ -> {
            var open = reader.articleProperty().get();
            if (open != null) {
                pins.toggle(open.article().id());
            }
        });
        reader.articleProperty().subscribe(_ -> show(button, reader, pins));
        pins.pinnedProperty().subscribe(_ -> show(button, reader, pins));
        return button;
    }

    private static void show(Node button, ReaderViewModel reader, PinsViewModel pins) {
        var open = reader.articleProperty().get();
        var pinned = pins.pinnedProperty().get();
        button.setVisible(pinned.topic() != null && open != null && !pinned.isGiven(open.article().id()));
        button.pseudoClassStateChanged(PINNED, open != null && pinned.isOwn(open.article().id()));
    }

    private static String key(ReaderViewModel reader, PinsViewModel pins) {
        var open = reader.articleProperty().get();
        return open != null && pins.pinnedProperty().get().isOwn(open.article().id()) ? "pins.off" : "pins.on";
    }

    private static String title(PinsViewModel pins) {
        var topic = pins.pinnedProperty().get().topic();
        return topic == null ? "" : topic.title();
    }
}
