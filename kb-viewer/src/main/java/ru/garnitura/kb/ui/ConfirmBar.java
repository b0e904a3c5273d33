package ru.garnitura.kb.ui;

import java.time.Clock;
import java.time.LocalDate;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Formats;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.Words;

/// Below an article that has to be read: until when, and the button that says it was. FX lane.
final class ConfirmBar extends HBox {

    private final Words words;
    private final Formats formats;
    private final Clock clock;
    private final Label until = new Label();

    ConfirmBar(ReaderViewModel reader, Words words, Formats formats) {
        this.words = words;
        this.formats = formats;
        this.clock = reader.clock();
        getStyleClass().add("kb-confirm");
        until.setWrapText(true);
        until.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(until, Priority.ALWAYS);
        var confirm = new Button();
        confirm.setId("kb-confirm");
        confirm.textProperty().bind(words.text("news.confirm"));
        confirm.getStyleClass().add(Styles.PRIMARY);
        confirm.setMinWidth(USE_PREF_SIZE);
        confirm.setOnAction(_ -> reader.acknowledge());
        getChildren().addAll(until, confirm);
        managedProperty().bind(visibleProperty());
        reader.articleProperty().subscribe(this::show);
        words.language().subscribe(() -> show(reader.articleProperty().get()));
    }

    private void show(@Nullable OpenArticle open) {
        setVisible(open != null && open.isToConfirm());
        if (open != null && open.isToConfirm()) {
            say(open.article().labels().readBy());
        }
    }

    private void say(@Nullable LocalDate readBy) {
        var overdue = readBy != null && formats.dayOf(clock.instant()).isAfter(readBy);
        until.setText(readBy == null ? words.now("article.must")
                : words.now(overdue ? "news.overdue" : "news.until", formats.date(readBy)));
        until.setGraphic((overdue ? Icon.ALERT_TRIANGLE : Icon.BOOKMARK).node(14));
        until.getStyleClass().remove("kb-overdue");
        if (overdue) {
            until.getStyleClass().add("kb-overdue");
        }
    }
}
