package ru.garnitura.desktop.ui.topbar;

import java.time.Duration;
import java.time.InstantSource;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.Words;
import ru.garnitura.assets.controls.Lamp;
import ru.garnitura.desktop.ui.Appearance;

/// The bar of 48 px over everything. FX lane.
public final class TopBarView extends HBox {

    private final TopBarModel model;
    private final Appearance appearance;
    private final InstantSource clock;
    private final StateButton state;
    private final Label queue = new Label();

    public TopBarView(TopBarModel model, TopBarModel.Verbs verbs, Appearance appearance, InstantSource clock) {
        this.model = model;
        this.appearance = appearance;
        this.clock = clock;
        this.state = new StateButton(model, appearance, clock);
        getStyleClass().addAll("top-bar", Styles.SURFACE, Styles.LINE_BOTTOM);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        if (model.lamps().sip() instanceof Region lamp) {
            lamp.setMinWidth(USE_PREF_SIZE);
        }
        getChildren().addAll(brand(), state, figures(), gap, field(verbs.palette()), model.lamps().sip(),
                lamp(model.lamps().chats(), "lamp-chats"), lamp(model.lamps().base(), "lamp-base"),
                new OperatorMenu(model.operator(), appearance, verbs));
        model.figures().queues().subscribe(this::showQueue);
        appearance.language().subscribe(now -> showQueue(model.figures().queues().getValue()));
    }

    /// Moves the timers; called once a second.
    public void tick() {
        state.tick();
        showQueue(model.figures().queues().getValue());
    }

    private Node brand() {
        Label brand = new Label();
        brand.textProperty().bind(appearance.words().text("brand"));
        brand.setGraphic(Icon.HEADPHONES.node(18));
        brand.getStyleClass().addAll("brand", Styles.STRONG);
        brand.setMinWidth(USE_PREF_SIZE);
        return brand;
    }

    private Node figures() {
        Label shift = new Label();
        shift.textProperty().bind(appearance.words().text("figures.shift", model.figures().served()));
        shift.getStyleClass().add(Styles.MUTED);
        queue.getStyleClass().add(Styles.MUTED);
        queue.managedProperty().bind(queue.visibleProperty());
        HBox figures = new HBox(12, queue, shift);
        figures.getStyleClass().add("figures-row");
        figures.setMinWidth(USE_PREF_SIZE);
        return figures;
    }

    private void showQueue(@Nullable QueueFigures figures) {
        queue.setVisible(figures != null);
        if (figures == null) {
            return;
        }
        Words words = appearance.words();
        queue.setText(figures.oldest() == null ? words.now("figures.queue", figures.waiting())
                : words.now("figures.queue.oldest", figures.waiting(),
                        appearance.formats().age(Duration.between(figures.oldest(), clock.instant()))));
    }

    private Node field(Runnable palette) {
        Words words = appearance.words();
        Label key = new Label("Ctrl K");
        key.getStyleClass().add(Styles.KEY);
        key.setMinWidth(USE_PREF_SIZE);
        Label prompt = new Label();
        prompt.textProperty().bind(words.text("palette.prompt"));
        prompt.getStyleClass().add(Styles.MUTED);
        prompt.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(prompt, Priority.ALWAYS);
        HBox inside = new HBox(8, Icon.SEARCH.node(), prompt, key);
        inside.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        Button field = new Button();
        field.setGraphic(inside);
        field.accessibleTextProperty().bind(words.text("palette.prompt"));
        field.getStyleClass().add("palette-field");
        field.setId("palette-field");
        inside.prefWidthProperty().bind(field.widthProperty().subtract(24));
        field.setOnAction(event -> palette.run());
        HBox.setHgrow(field, Priority.SOMETIMES);
        return field;
    }

    private static Node lamp(ObservableValue<LampText> text, String id) {
        Lamp lamp = new Lamp();
        lamp.setId(id);
        lamp.setMinWidth(USE_PREF_SIZE);
        text.subscribe(now -> {
            lamp.textProperty().set(now.name());
            lamp.detailProperty().set(now.detail());
            lamp.toneProperty().set(now.tone());
        });
        return lamp;
    }
}
