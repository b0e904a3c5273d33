package ru.garnitura.kb.ui.study;

import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import ru.garnitura.assets.Formats;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.Words;
import ru.garnitura.assets.controls.EmptyPlace;

/// The study room: three places behind three buttons. FX lane.
public final class StudyView extends VBox {

    private static final double SPACE = 10;

    private final Words words;
    private final ToggleGroup places = new ToggleGroup();
    private final StackPane shown = new StackPane();
    private final DrillPane drill;

    public StudyView(StudyViewModel model, Words words, Formats formats) {
        this.words = words;
        this.drill = new DrillPane(model, words, formats);
        getStyleClass().addAll("study", Styles.SURFACE);
        setId("study");
        var title = new Label();
        title.textProperty().bind(words.text("title"));
        title.getStyleClass().add(Styles.STRONG);
        var header = new HBox(SPACE, title, progress(model));
        header.getStyleClass().addAll("study-header", Styles.LINE_BOTTOM);
        var choice = new HBox(place("collections", Icon.BOOK_OPEN, collections(model)),
                place("drill", Icon.TARGET, drill), place("quiz", Icon.HELP_CIRCLE, new QuizPane(model, words)));
        choice.getStyleClass().add("study-places");
        places.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                places.selectToggle(before);
            } else {
                shown.getChildren().setAll((Node) now.getUserData());
            }
        });
        places.selectToggle(places.getToggles().getFirst());
        VBox.setVgrow(shown, Priority.ALWAYS);
        getChildren().addAll(header, choice, shown);
    }

    /// Style sheets of the room, as URLs.
    public static List<String> stylesheets() {
        return List.of(Objects.requireNonNull(StudyView.class.getResource("study.css")).toExternalForm());
    }

    /// Moves the drill's clock; called once a second.
    public void tick() {
        drill.tick();
    }

    /// The collections, or what will be here until something was loaded.
    private Node collections(StudyViewModel model) {
        var tree = new CollectionsPane(model, words);
        var empty = new EmptyPlace(Icon.BOOK_OPEN, words.text("collections.empty"), words.text("collections.empty.advice"));
        empty.setId("study-empty");
        var some = model.planProperty().map(plan -> plan.total() > 0);
        tree.visibleProperty().bind(some);
        empty.visibleProperty().bind(some.map(there -> !there));
        return new StackPane(empty, tree);
    }

    private Label progress(StudyViewModel model) {
        var label = new Label();
        label.setId("study-progress");
        label.getStyleClass().add(Styles.MUTED);
        Runnable show = () -> {
            var plan = model.planProperty().get();
            label.setText(plan.total() == 0 ? "" : words.now("progress", plan.readCount(), plan.total()));
        };
        model.planProperty().subscribe(show);
        words.language().subscribe(show);
        return label;
    }

    private ToggleButton place(String key, Icon icon, Node content) {
        var button = new ToggleButton();
        button.setId("study-" + key);
        button.textProperty().bind(words.text("place." + key));
        button.setGraphic(icon.node());
        button.setUserData(content);
        button.setToggleGroup(places);
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        return button;
    }
}
