package ru.garnitura.desktop.app;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.Words;
import ru.garnitura.assets.controls.EmptyPlace;
import ru.garnitura.kb.KbModule;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.ui.KbStatus;

/// The knowledge base's column: the base, or what is missing for it. FX lane.
final class BasePane {

    private final @Nullable KbModule base;
    private final Node view;

    private BasePane(@Nullable KbModule base, Node view) {
        this.base = base;
        this.view = view;
    }

    static BasePane of(KbModule base) {
        return new BasePane(base, base.view());
    }

    static BasePane missing(Words words) {
        Label title = new Label();
        title.textProperty().bind(words.text("pane.base"));
        title.getStyleClass().add(Styles.STRONG);
        HBox header = new HBox(title);
        header.getStyleClass().addAll("pane-header", Styles.LINE_BOTTOM);
        BorderPane place = new BorderPane(
                new EmptyPlace(Icon.BOOK_OPEN, words.text("base.missing"), words.text("base.missing.advice")));
        place.setTop(header);
        place.getStyleClass().add(Styles.SURFACE);
        return new BasePane(null, place);
    }

    Node view() {
        return view;
    }

    Optional<KbModule> base() {
        return Optional.ofNullable(base);
    }

    /// The base's condition, or `otherwise` while there is none.
    ObservableValue<KbStatus> status(ObservableValue<KbStatus> otherwise) {
        return base == null ? otherwise : base.status();
    }

    void open(String article) {
        with(module -> module.open(new ArticleId(article), ""));
    }

    void search() {
        with(KbModule::find);
    }

    private void with(Consumer<KbModule> verb) {
        if (base != null) {
            verb.accept(base);
        }
    }
}
