package ru.garnitura.assets.controls;

import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import ru.garnitura.assets.Tone;

/// A tone that keeps exactly one tone's style class on its node.
final class ToneProperty extends SimpleObjectProperty<Tone> {

    private final Node node;

    ToneProperty(Node node, Tone first) {
        super(node, "tone", first);
        this.node = node;
        node.getStyleClass().add(first.style());
    }

    @Override
    protected void invalidated() {
        for (var tone : Tone.values()) {
            node.getStyleClass().remove(tone.style());
        }
        node.getStyleClass().add(get().style());
    }
}
