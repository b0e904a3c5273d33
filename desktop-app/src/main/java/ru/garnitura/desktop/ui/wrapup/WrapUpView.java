package ru.garnitura.desktop.ui.wrapup;

import java.time.Duration;
import java.time.InstantSource;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Formats;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.Tone;
import ru.garnitura.assets.Words;
import ru.garnitura.assets.controls.Chip;
import ru.garnitura.assets.controls.FirstShown;
import ru.garnitura.desktop.desk.WrapUp;
import ru.garnitura.desktop.link.policy.Choices;
import ru.garnitura.desktop.link.policy.Topic;
import ru.garnitura.desktop.ui.Appearance;

/// The form under the conversation. It takes its place only while there is something to wrap up. FX lane.
public final class WrapUpView extends VBox {

    private static final double LEAST_NOTE = 44;
    private static final double LEAST_TREE = 200;

    private final WrapUpViewModel model;
    private final Words words;
    private final Formats formats;
    private final InstantSource clock;
    private final TopicPicker picker;
    private final Label topic = new Label();
    private final Hyperlink article = new Hyperlink();
    private final FlowPane results = new FlowPane(6, 6);
    private final FlowPane recent = new FlowPane(6, 6);
    private final Chip left = new Chip(Tone.NEUTRAL);
    private final TextArea note = new TextArea();
    private String session = "";

    public WrapUpView(WrapUpViewModel model, Appearance appearance, InstantSource clock) {
        this.model = model;
        this.words = appearance.words();
        this.formats = appearance.formats();
        this.clock = clock;
        picker = new TopicPicker(model.topics(), words, model::choose);
        getStyleClass().addAll("wrap-up", Styles.SURFACE, Styles.LINE_TOP);
        setId("wrap-up");
        HBox columns = new HBox(left(), right());
        columns.getStyleClass().add("columns");
        columns.setMinHeight(0);
        VBox.setVgrow(columns, Priority.ALWAYS);
        getChildren().addAll(header(), columns);
        managedProperty().bind(visibleProperty());
        model.shown().subscribe(this::show);
        words.language().subscribe(now -> {
            results.getChildren().setAll(model.results().stream().map(this::result).toList());
            show(model.shown().get());
        });
        FirstShown.holdBack(this);
    }

    /// Moves the focus to the topic search.
    public void focusTopic() {
        picker.focusSearch();
    }

    /// Shows the time left; called once a second.
    public void tick() {
        var time = model.left(clock.instant());
        left.setVisible(time.isPresent());
        time.ifPresent(duration -> {
            left.toneProperty().set(duration.isNegative() ? Tone.DANGER
                    : duration.compareTo(Duration.ofSeconds(15)) < 0 ? Tone.WARN : Tone.NEUTRAL);
            left.setText(duration.isNegative() ? words.now("wrapup.over", formats.duration(duration.negated()))
                    : words.now("wrapup.left", formats.duration(duration)));
        });
    }

    private Node header() {
        Label title = new Label();
        title.textProperty().bind(words.text("wrapup.title"));
        title.getStyleClass().add(Styles.STRONG);
        title.setGraphic(Icon.CHECK_CIRCLE.node());
        left.with(Icon.CLOCK);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button more = new Button();
        more.textProperty().bind(words.text("wrapup.extend", Long.toString(model.extension().toSeconds())));
        more.getStyleClass().add(Styles.SOFT);
        more.setId("wrap-up-extend");
        more.visibleProperty().bind(left.visibleProperty());
        more.setOnAction(event -> {
            model.extend();
            tick();
        });
        HBox header = new HBox(title, left, gap, more);
        header.getStyleClass().add("header");
        return header;
    }

    private Node left() {
        VBox column = new VBox(picker);
        column.getStyleClass().add("column");
        HBox.setHgrow(column, Priority.ALWAYS);
        VBox.setVgrow(picker, Priority.ALWAYS);
        column.setMinHeight(0);
        column.setMinWidth(LEAST_TREE);
        column.setPrefWidth(10);
        return column;
    }

    private Node right() {
        topic.setWrapText(true);
        topic.setMinHeight(Region.USE_PREF_SIZE);
        topic.setId("wrap-up-topic");
        article.textProperty().bind(words.text("wrapup.article"));
        article.setMinWidth(Region.USE_PREF_SIZE);
        article.managedProperty().bind(article.visibleProperty());
        note.promptTextProperty().bind(words.text("wrapup.note"));
        note.accessibleTextProperty().bind(words.text("wrapup.note"));
        note.textProperty().bindBidirectional(model.note());
        note.setWrapText(true);
        note.setPrefRowCount(3);
        note.setId("wrap-up-note");
        note.setMinHeight(LEAST_NOTE);
        VBox.setVgrow(note, Priority.ALWAYS);
        HBox chosen = new HBox(8, topic, article);
        chosen.setAlignment(javafx.geometry.Pos.BASELINE_LEFT);
        recent.managedProperty().bind(recent.visibleProperty());
        VBox column = new VBox(chosen, recent, results, note, finishRow());
        column.getStyleClass().add("column");
        HBox.setHgrow(column, Priority.ALWAYS);
        column.setPrefWidth(10);
        return column;
    }

    private Node finishRow() {
        Label missing = new Label();
        missing.textProperty().bind(words.text("wrapup.incomplete"));
        missing.getStyleClass().add(Styles.DANGER);
        missing.setGraphic(Icon.ALERT_CIRCLE.node());
        missing.visibleProperty().bind(model.incomplete());
        missing.setId("wrap-up-incomplete");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button finish = new Button();
        finish.textProperty().bind(words.text("wrapup.finish"));
        finish.getStyleClass().add(Styles.PRIMARY);
        finish.setMinWidth(Region.USE_PREF_SIZE);
        finish.setId("wrap-up-finish");
        finish.setOnAction(event -> model.finish());
        HBox row = new HBox(8, missing, gap, finish);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return row;
    }

    private void show(@Nullable WrapUp wrapUp) {
        setVisible(wrapUp != null);
        if (wrapUp == null) {
            session = "";
            return;
        }
        if (!session.equals(wrapUp.contact().session())) {
            session = wrapUp.contact().session();
            picker.reset();
        }
        var chosen = model.leaf(wrapUp.disposition().topic());
        topic.setText(chosen.map(this::title).orElseGet(() -> words.now("wrapup.choose")));
        topic.getStyleClass().setAll("label", chosen.isPresent() ? Styles.STRONG : Styles.MUTED);
        article.setVisible(chosen.isPresent());
        chosen.ifPresent(leaf -> article.setOnAction(event -> model.openArticle(leaf)));
        recent.setVisible(chosen.isEmpty() && !model.recentTopics().isEmpty());
        recent.getChildren().setAll(model.recentTopics().stream().map(this::recentTopic).toList());
        results.getChildren().forEach(node -> ((ToggleButton) node)
                .setSelected(wrapUp.disposition().result().equals(node.getUserData())));
        tick();
    }

    private Node recentTopic(Topic leaf) {
        Button button = new Button(title(leaf));
        button.getStyleClass().add(Styles.SOFT);
        button.setOnAction(event -> {
            model.choose(leaf);
            note.requestFocus();
        });
        return button;
    }

    private Node result(Choices.Result result) {
        ToggleButton button = new ToggleButton(result.title().in(words.language().getValue()));
        button.setUserData(result.code());
        button.setId("result-" + result.code());
        button.setOnAction(event -> {
            button.setSelected(true);
            model.choose(result);
        });
        return button;
    }

    private String title(Topic leaf) {
        return leaf.title().in(words.language().getValue());
    }
}
