package ru.garnitura.sessions.ui;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.controls.EmptyPlace;
import ru.garnitura.sessions.session.Session;

/// The column «Обращения». Rows are chosen by mouse or arrows; a new row or a new order never takes the focus.
public final class SessionListView extends BorderPane {

    private static final double WIDTH = 272;

    private final SessionListViewModel model;
    private final ListView<SessionTile> list = new ListView<>();
    private boolean following;

    public SessionListView(SessionListViewModel model, Look look) {
        this.model = model;
        getStyleClass().addAll("session-list", Styles.SURFACE, Styles.LINE_RIGHT);
        setPrefWidth(WIDTH);
        setTop(header(look));
        list.setSkin(new SteadyListSkin<>(list));
        list.setItems(model.tiles());
        list.setCellFactory(view -> new SessionCell(model, look));
        list.setPlaceholder(new EmptyPlace(
                Icon.INBOX, look.words().text("list.empty.title"), look.words().text("list.empty.advice")));
        list.accessibleTextProperty().bind(look.words().text("list.title"));
        setCenter(list);
        list.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        model.current().subscribe(this::follow);
        // After the list's own listener, which moves the selection first
        model.tiles().addListener((ListChangeListener<SessionTile>) change -> follow(model.current().get()));
    }

    private HBox header(Look look) {
        Label title = new Label();
        title.getStyleClass().add(Styles.STRONG);
        title.textProperty().bind(look.words().text("list.title"));
        Label count = new Label();
        count.getStyleClass().addAll(Styles.STRONG, Styles.MUTED);
        count.textProperty().bind(look.words().text("list.count", model.served(), model.cap()));
        count.visibleProperty().bind(Bindings.greaterThan(model.cap(), 0));
        HBox header = new HBox(title, Columns.spring(), count);
        header.getStyleClass().addAll("column-header", Styles.LINE_BOTTOM);
        header.setMinHeight(Region.USE_PREF_SIZE);
        return header;
    }

    private void chosen(@Nullable SessionTile tile) {
        if (tile != null && !following && !model.isRefreshing()) {
            model.select(tile.id());
        }
    }

    private void follow(@Nullable Session session) {
        following = true;
        int index = model.index(session);
        if (index < 0) {
            list.getSelectionModel().clearSelection();
        } else if (list.getSelectionModel().getSelectedIndex() != index) {
            list.getSelectionModel().clearAndSelect(index);
        }
        following = false;
    }
}
