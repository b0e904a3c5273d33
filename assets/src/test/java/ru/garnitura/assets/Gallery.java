package ru.garnitura.assets;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import ru.garnitura.assets.controls.Avatar;
import ru.garnitura.assets.controls.Badge;
import ru.garnitura.assets.controls.ChannelBadge;
import ru.garnitura.assets.controls.ChannelLook;
import ru.garnitura.assets.controls.Chip;
import ru.garnitura.assets.controls.EmptyPlace;
import ru.garnitura.assets.controls.IconButton;
import ru.garnitura.assets.controls.Lamp;
import ru.garnitura.assets.controls.TimerLabel;

/// One of each control, side by side.
final class Gallery extends VBox {

    private static final List<String> NAMES = List.of("Ирина Соколова", "Павел Д.", "Марина Юрьевна Белова",
            "Гость с сайта", "Тимур Ахметов", "ООО «Вектор»", "Отзыв в магазине", "Олеся Рыбина");

    Gallery(ObservableValue<Locale> language) {
        getStyleClass().add(Styles.SURFACE);
        setSpacing(12);
        setPadding(new javafx.geometry.Insets(16));
        getChildren().addAll(texts(new Formats(language, Clock.systemUTC())), row(buttons()), row(tall()), row(fields()),
                row(chips()), row(lamps()), faces(), icons(), lists());
    }

    private static Node texts(Formats formats) {
        var timer = new TimerLabel(formats);
        timer.getStyleClass().add(Styles.FIGURES);
        timer.timeProperty().set(Duration.ofSeconds(137));
        var key = styled("Ctrl K", Styles.KEY);
        var sample = styled("Обычный текст, 4 812 ₽", "sample");
        sample.setId("sample");
        return row(timer, styled("Марина Юрьевна Белова", Styles.TITLE), styled("Ирина Соколова", Styles.STRONG), sample,
                styled("Техподдержка · не проходят SMS", Styles.SMALL), key, new Hyperlink("Смена владельца"));
    }

    private static Node[] buttons() {
        var disabled = new Button("Недоступно");
        disabled.setDisable(true);
        return new Node[] {new Button("Обычная"), button("Отправить", Styles.PRIMARY), button("Проверить", Styles.SOFT),
            button("Ответить", Styles.OK), button("Завершить", Styles.DANGER), button("Удержание", Styles.WARN),
            disabled, new IconButton(Icon.USER_PLUS, text("Передать")), new IconButton(Icon.CLOCK, text("Отложить"))};
    }

    private static Node[] tall() {
        var chosen = new ToggleButton("Выбрано", Icon.MIC_OFF.node());
        chosen.setSelected(true);
        return new Node[] {tall(Icon.MIC, "Микрофон", ""), tall(Icon.PAUSE, "Удержание", Styles.WARN),
            tall(Icon.GRID, "Клавиши", ""), tall(Icon.PHONE_OFF, "Завершить", Styles.DANGER),
            chosen};
    }

    private static Node[] fields() {
        var field = new TextField();
        field.setPromptText("Найти клиента, статью, команду");
        field.setPrefColumnCount(20);
        var combo = new ComboBox<>(FXCollections.observableArrayList(NAMES));
        combo.getSelectionModel().selectFirst();
        var check = new CheckBox("Запомнить");
        check.setSelected(true);
        var area = new TextArea("Приехать нужно один раз, вместе с сыном.");
        area.setPrefSize(280, 56);
        return new Node[] {field, combo, check, new CheckBox("Нет"), area};
    }

    private static Node[] chips() {
        var badge = new Badge();
        badge.countProperty().set(3);
        return new Node[] {Chip.of(Tone.OK, text("Разговор")), Chip.of(Tone.WARN, text("Не звонить до 10:00")).with(Icon.MOON),
            Chip.of(Tone.DANGER, text("3-е обращение за неделю")).with(Icon.REPEAT), Chip.of(Tone.ACCENT, text("Изменено: пункт 3")),
            Chip.of(Tone.NEUTRAL, text("Перерыв")), badge};
    }

    private static Node[] lamps() {
        return List.of(Tone.OK, Tone.WARN, Tone.DANGER, Tone.NEUTRAL).stream().map(tone -> {
            var lamp = new Lamp();
            lamp.textProperty().set("SIP " + tone);
            lamp.toneProperty().set(tone);
            return lamp;
        }).toArray(Node[]::new);
    }

    private static Node faces() {
        var pane = new FlowPane(8, 8);
        NAMES.forEach(name -> {
            var avatar = new Avatar(44);
            avatar.nameProperty().set(name);
            pane.getChildren().add(avatar);
        });
        for (var look : ChannelLook.values()) {
            pane.getChildren().add(new ChannelBadge(look, 36, text(look.name())));
        }
        return pane;
    }

    private static Node icons() {
        var pane = new TilePane(4, 4);
        for (var icon : Icon.values()) {
            pane.getChildren().add(icon.node());
        }
        return pane;
    }

    private static Node lists() {
        var list = new ListView<>(FXCollections.observableArrayList(NAMES));
        list.getSelectionModel().select(2);
        var table = new TableView<>(FXCollections.observableArrayList(NAMES));
        for (var title : List.of("Оператор", "Состояние")) {
            var column = new TableColumn<String, String>(title);
            column.setCellValueFactory(row -> text(row.getValue()));
            column.setPrefWidth(150);
            table.getColumns().add(column);
        }
        table.getSelectionModel().select(1);
        var tabs = new TabPane(new Tab("Клиент", new EmptyPlace(Icon.USER, text("Карточка клиента"),
                text("Откроется со звонком или чатом. Клиента можно найти по Ctrl K."))),
                new Tab("База знаний", new ScrollPane(new Label("Статья"))));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        var split = new SplitPane(list, table, tabs);
        split.setPrefHeight(260);
        split.setDividerPositions(0.3, 0.65);
        return split;
    }

    private static Button tall(Icon icon, String word, String style) {
        var button = new Button(word, icon.node(18));
        button.getStyleClass().addAll(Styles.TALL, style);
        return button;
    }

    private static Button button(String word, String style) {
        var button = new Button(word);
        button.getStyleClass().add(style);
        return button;
    }

    private static Label styled(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }

    private static ObservableValue<String> text(String text) {
        return new SimpleStringProperty(text);
    }

    private static HBox row(Node... nodes) {
        var row = new HBox(8, nodes);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return row;
    }
}
