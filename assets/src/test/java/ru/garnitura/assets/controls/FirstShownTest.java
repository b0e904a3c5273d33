package ru.garnitura.assets.controls;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class FirstShownTest {

    private final Region first = new Region();
    private final Region second = new Region();
    private final HBox view = new HBox(first, second);
    private final SimpleBooleanProperty shown = new SimpleBooleanProperty();

    @Test
    void whatIsVisibleStays() {
        FirstShown.holdBack(view);

        assertThat(view.getChildren()).containsExactly(first, second);
    }

    @Test
    void whatIsHiddenComesInOrderWhenItIsShown() {
        hide();
        assertThat(view.getChildren()).isEmpty();

        shown.set(true);

        assertThat(view.getChildren()).containsExactly(first, second);
    }

    @Test
    void whatCameInStaysWhateverIsShownOrBrought() {
        hide();
        shown.set(true);
        view.getChildren().remove(first);

        shown.set(false);
        shown.set(true);

        assertThat(FirstShown.bringNext(view)).isFalse();
        assertThat(view.getChildren()).containsExactly(second);
    }

    @Test
    void bringsInOneViewAtATime() {
        hide();
        var other = new HBox(new Region());
        other.setVisible(false);
        FirstShown.holdBack(other);
        var root = new VBox(view, new VBox(other));

        assertThat(FirstShown.bringNext(root)).isTrue();
        assertThat(view.getChildren()).hasSize(2);
        assertThat(other.getChildren()).isEmpty();
        assertThat(FirstShown.bringNext(root)).isTrue();
        assertThat(other.getChildren()).hasSize(1);
        assertThat(FirstShown.bringNext(root)).isFalse();
    }

    private void hide() {
        view.visibleProperty().bind(shown);
        FirstShown.holdBack(view);
    }
}
