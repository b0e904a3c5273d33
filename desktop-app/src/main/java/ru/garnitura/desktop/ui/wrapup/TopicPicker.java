package ru.garnitura.desktop.ui.wrapup;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Words;
import ru.garnitura.desktop.link.policy.Topic;

/// The topic tree with a field that narrows it as one types. Enter in the field takes the first leaf, Down goes into
/// the tree. FX lane.
final class TopicPicker extends VBox {

    private final List<Topic> roots;
    private final ObservableValue<Locale> language;
    private final Consumer<Topic> chosen;
    private final TextField field = new TextField();
    private final TreeView<Topic> tree = new TreeView<>();

    TopicPicker(List<Topic> roots, Words words, Consumer<Topic> chosen) {
        this.roots = roots;
        this.language = words.language();
        this.chosen = chosen;
        getStyleClass().add("topic-picker");
        field.promptTextProperty().bind(words.text("wrapup.search"));
        field.accessibleTextProperty().bind(words.text("wrapup.search"));
        field.setId("topic-search");
        field.textProperty().subscribe(typed -> rebuild());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedInField);
        tree.setShowRoot(false);
        tree.setId("topic-tree");
        tree.accessibleTextProperty().bind(words.text("wrapup.topic"));
        tree.setCellFactory(view -> new Cell());
        tree.getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (item != null && item.getValue() != null && item.getValue().isLeaf()) {
                chosen.accept(item.getValue());
            }
        });
        tree.setMinHeight(0);
        setMinHeight(0);
        VBox.setVgrow(tree, Priority.ALWAYS);
        getChildren().addAll(field, tree);
        language.subscribe(now -> rebuild());
    }

    void focusSearch() {
        field.requestFocus();
    }

    /// Empties the search.
    void reset() {
        field.clear();
        tree.getSelectionModel().clearSelection();
    }

    private void rebuild() {
        String typed = field.getText();
        TreeItem<Topic> root = new TreeItem<>();
        TopicSearch.of(typed, language.getValue()).in(roots).forEach(topic -> root.getChildren().add(item(topic, !typed.isBlank())));
        tree.setRoot(root);
    }

    private static TreeItem<Topic> item(Topic topic, boolean expanded) {
        TreeItem<Topic> item = new TreeItem<>(topic);
        topic.children().forEach(child -> item.getChildren().add(item(child, expanded)));
        item.setExpanded(expanded);
        return item;
    }

    private void pressedInField(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            firstLeaf().ifPresent(chosen);
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN) {
            tree.requestFocus();
            event.consume();
        }
    }

    private Optional<Topic> firstLeaf() {
        return field.getText().isBlank() ? Optional.empty()
                : TopicSearch.of(field.getText(), language.getValue()).in(roots).stream()
                        .flatMap(TopicSearch::all).filter(Topic::isLeaf).findFirst();
    }

    private final class Cell extends TreeCell<Topic> {

        @Override
        protected void updateItem(@Nullable Topic topic, boolean empty) {
            super.updateItem(topic, empty);
            setText(empty || topic == null ? null : topic.title().in(language.getValue()));
        }
    }
}
