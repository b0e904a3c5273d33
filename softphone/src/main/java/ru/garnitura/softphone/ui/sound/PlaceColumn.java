package ru.garnitura.softphone.ui.sound;

import java.util.Locale;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.Words;
import ru.garnitura.assets.controls.IconButton;
import ru.garnitura.softphone.audio.SoundPlace;
import ru.garnitura.softphone.audio.SoundPreferences;

/// One place for sound: its devices in the operator's order, moved by Alt and the arrows, by buttons or by dragging,
/// and how loud it is. FX lane.
final class PlaceColumn extends VBox {

    private final SoundViewModel model;
    private final SoundPlace place;
    private final Words words;
    private final ListView<DeviceRow> list = new ListView<>();

    PlaceColumn(SoundViewModel model, SoundPlace place, ObservableValue<String> title, Words words) {
        this.model = model;
        this.place = place;
        this.words = words;
        getStyleClass().add("sound-place");
        Label head = new Label();
        head.getStyleClass().add(Styles.STRONG);
        head.textProperty().bind(title);
        HBox.setHgrow(head, Priority.ALWAYS);
        head.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(4, head, mover(Icon.ARROW_UP, "sound.up", -1), mover(Icon.ARROW_DOWN, "sound.down", 1));
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(row, list(title), gain(title));
    }

    private IconButton mover(Icon icon, String key, int by) {
        IconButton button = new IconButton(icon, words.text(key));
        button.disableProperty().bind(Bindings.createBooleanBinding(() -> {
            int index = list.getSelectionModel().getSelectedIndex();
            return index < 0 || index + by < 0 || index + by >= list.getItems().size();
        }, list.getSelectionModel().selectedIndexProperty(), list.getItems()));
        button.setOnAction(event -> move(list.getSelectionModel().getSelectedIndex(), by));
        return button;
    }

    private ListView<DeviceRow> list(ObservableValue<String> title) {
        list.setId("sound-" + place.name().toLowerCase(Locale.ROOT));
        list.setItems(model.rows(place));
        list.accessibleTextProperty().bind(title);
        list.setCellFactory(view -> new Cell());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        Label nothing = new Label();
        nothing.textProperty().bind(words.text("sound.none"));
        list.setPlaceholder(nothing);
        return list;
    }

    private void pressed(KeyEvent event) {
        if (event.isAltDown() && (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN)) {
            move(list.getSelectionModel().getSelectedIndex(), event.getCode() == KeyCode.UP ? -1 : 1);
            event.consume();
        }
    }

    private void move(int index, int by) {
        int next = model.move(place, index, by);
        list.getSelectionModel().clearAndSelect(next);
        list.getFocusModel().focus(next);
    }

    private VBox gain(ObservableValue<String> title) {
        Slider slider = new Slider(-SoundPreferences.Gains.MOST, SoundPreferences.Gains.MOST,
                model.preferencesProperty().get().gain(place));
        slider.setBlockIncrement(1);
        slider.setId("sound-gain-" + place.name().toLowerCase(Locale.ROOT));
        Label caption = new Label();
        caption.getStyleClass().add(Styles.SMALL);
        caption.textProperty().bind(text(slider));
        slider.accessibleTextProperty().bind(Bindings.concat(title, " ", caption.textProperty()));
        slider.valueProperty().subscribe(value -> model.gain(place, Math.rint(value.doubleValue())));
        return new VBox(2, caption, slider);
    }

    private ObservableValue<String> text(Slider slider) {
        Function<Number, String> signed = value -> (Math.round(value.doubleValue()) > 0 ? "+" : "")
                + Math.round(value.doubleValue());
        return words.text("sound.gain", slider.valueProperty().map(signed));
    }

    private final class Cell extends ListCell<DeviceRow> {

        private final Label name = new Label();
        private final Label state = new Label();
        private final VBox box = new VBox(name, state);
        private final Region mark = new Region();
        private final HBox row = new HBox(8, mark, box);

        Cell() {
            state.getStyleClass().add(Styles.SMALL);
            mark.getStyleClass().add("mark");
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("device");
            setPrefWidth(0);
            dragging();
        }

        private void dragging() {
            setOnDragDetected(event -> {
                if (!isEmpty()) {
                    var content = new ClipboardContent();
                    content.putString(place + " " + getIndex());
                    startDragAndDrop(TransferMode.MOVE).setContent(content);
                    event.consume();
                }
            });
            setOnDragOver(event -> {
                if (event.getDragboard().hasString() && event.getDragboard().getString().startsWith(place + " ")) {
                    event.acceptTransferModes(TransferMode.MOVE);
                    event.consume();
                }
            });
            setOnDragDropped(event -> {
                int from = Integer.parseInt(event.getDragboard().getString().substring(place.name().length() + 1));
                int to = isEmpty() ? getListView().getItems().size() - 1 : getIndex();
                move(from, to - from);
                event.setDropCompleted(true);
                event.consume();
            });
        }

        @Override
        protected void updateItem(@Nullable DeviceRow item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            name.setText(item.name());
            state.textProperty().bind(words.text(
                    item.used() ? "sound.used" : item.present() ? "sound.ready" : "sound.absent"));
            mark.getStyleClass().setAll("mark", item.used() ? Styles.OK : Styles.NEUTRAL);
            name.getStyleClass().removeAll(Styles.MUTED);
            if (!item.present()) {
                name.getStyleClass().add(Styles.MUTED);
            }
            setGraphic(row);
        }
    }
}
