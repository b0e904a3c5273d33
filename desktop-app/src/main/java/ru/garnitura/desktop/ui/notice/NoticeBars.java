package ru.garnitura.desktop.ui.notice;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Words;
import ru.garnitura.assets.controls.IconButton;

/// The notices as bars across the window, at most three at a time; they push what is below and take no focus. FX lane.
public final class NoticeBars extends VBox {

    private static final int MOST = 3;

    private final Notices notices;
    private final Words words;

    public NoticeBars(Notices notices, Words words) {
        this.notices = notices;
        this.words = words;
        getStyleClass().add("notice-bars");
        notices.shown().addListener((ListChangeListener<Notice>) change -> rebuild());
        rebuild();
    }

    private void rebuild() {
        getChildren().setAll(notices.shown().stream().limit(MOST).map(this::bar).toList());
    }

    private Node bar(Notice notice) {
        Label text = new Label();
        text.textProperty().bind(notice.text());
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox bar = new HBox(notice.icon().node(), text);
        bar.getStyleClass().addAll("notice-bar", notice.tone().style());
        bar.setId("notice-" + notice.id());
        notice.deeds().forEach(deed -> bar.getChildren().add(button(deed)));
        IconButton close = new IconButton(Icon.X, words.text("notice.close"));
        close.setOnAction(event -> {
            notices.clear(notice.id());
            notice.dismissed().run();
        });
        bar.getChildren().add(close);
        return bar;
    }

    private static Button button(Notice.Deed deed) {
        Button button = new Button();
        button.textProperty().bind(deed.name());
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> deed.action().run());
        return button;
    }
}
