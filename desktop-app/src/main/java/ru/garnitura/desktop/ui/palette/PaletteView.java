package ru.garnitura.desktop.ui.palette;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.Words;
import ru.garnitura.assets.controls.FirstShown;

/// A field and what it finds, over the window; Escape or a click beside it closes it and gives the focus back. FX lane.
public final class PaletteView extends StackPane {

    private final PaletteViewModel model;
    private final TextField field = new TextField();
    private final ListView<PaletteItem> list = new ListView<>();
    private @Nullable Node focusBefore;

    public PaletteView(PaletteViewModel model, Words words) {
        this.model = model;
        getStyleClass().add("palette-layer");
        setId("palette");
        setVisible(false);
        managedProperty().bind(visibleProperty());
        field.promptTextProperty().bind(words.text("palette.prompt"));
        field.accessibleTextProperty().bind(words.text("palette.prompt"));
        field.setId("palette-words");
        field.textProperty().subscribe(typed -> {
            if (isVisible()) {
                model.search(typed);
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setItems(model.items());
        list.setCellFactory(view -> new Cell());
        list.setFocusTraversable(false);
        list.setOnMouseClicked(event -> take());
        Label nothing = new Label();
        nothing.textProperty().bind(words.text("palette.nothing"));
        list.setPlaceholder(nothing);
        model.items().addListener((ListChangeListener<PaletteItem>) change -> list.getSelectionModel().selectFirst());
        VBox card = new VBox(field, list);
        card.getStyleClass().addAll("palette", Styles.SURFACE);
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        card.addEventHandler(MouseEvent.MOUSE_CLICKED, MouseEvent::consume);
        setAlignment(Pos.TOP_CENTER);
        getChildren().add(card);
        setOnMouseClicked(event -> close());
        FirstShown.holdBack(this);
    }

    /// Shows the palette empty, with the focus in its field; a second call closes it.
    public void toggle() {
        if (isVisible()) {
            close();
            return;
        }
        Scene scene = getScene();
        focusBefore = scene == null ? null : scene.getFocusOwner();
        setVisible(true);
        field.clear();
        model.search("");
        field.requestFocus();
    }

    private void close() {
        setVisible(false);
        if (focusBefore != null) {
            focusBefore.requestFocus();
        }
    }

    private void take() {
        PaletteItem chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            close();
            chosen.action().run();
        }
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> close();
            case ENTER -> take();
            case DOWN -> move(1);
            case UP -> move(-1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        int count = list.getItems().size();
        if (count > 0) {
            int next = Math.floorMod(list.getSelectionModel().getSelectedIndex() + by, count);
            list.getSelectionModel().select(next);
            list.scrollTo(next);
        }
    }

    private static final class Cell extends ListCell<PaletteItem> {

        private final Label title = new Label();
        private final Label detail = new Label();
        private final Label keys = new Label();
        private final StackPane icon = new StackPane();
        private final HBox row;

        Cell() {
            title.setMinWidth(0);
            detail.getStyleClass().add(Styles.SMALL);
            keys.getStyleClass().add(Styles.KEY);
            keys.setMinWidth(USE_PREF_SIZE);
            keys.visibleProperty().bind(keys.textProperty().isNotEmpty());
            HBox.setHgrow(detail, Priority.ALWAYS);
            detail.setMaxWidth(Double.MAX_VALUE);
            row = new HBox(10, icon, title, detail, keys);
            row.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable PaletteItem item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            icon.getChildren().setAll(item.icon().node());
            title.setText(item.title());
            detail.setText(item.detail());
            keys.setText(item.keys());
            setGraphic(row);
        }
    }
}
