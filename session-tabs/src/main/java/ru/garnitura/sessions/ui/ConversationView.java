package ru.garnitura.sessions.ui;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.controls.EmptyPlace;
import ru.garnitura.assets.controls.FirstShown;
import ru.garnitura.assets.controls.IconButton;
import ru.garnitura.sessions.session.Session;
import ru.garnitura.sessions.session.SessionState;

/// The middle of the window: header, transcript or facts of a call, suggestions, composer.
public final class ConversationView extends BorderPane {

    private final ConversationViewModel model;
    private final Look look;
    private final Label title = Columns.label("", Styles.STRONG);
    private final StackPane mark = new StackPane();
    private final IconButton finish;
    private final EmptyPlace nobody;
    private final EmptyPlace offer;
    private final TranscriptView transcript;
    private final CallFactsView call;
    private final Label notice = Columns.label("", "notice");
    private final HBox suggestionRow;
    private final ObservableList<Node> suggestions = FXCollections.observableArrayList();
    private final ComposerView composer;
    private Consumer<Session> onFinish = session -> { };
    private @Nullable Icon marked;

    public ConversationView(ConversationViewModel model, Look look) {
        this.model = model;
        this.look = look;
        getStyleClass().addAll("conversation", Styles.GROUND);
        finish = new IconButton(Icon.CHECK_CIRCLE, look.words().text("conversation.finish"));
        finish.setId("finish");
        finish.setOnAction(event -> finish());
        nobody = new EmptyPlace(Icon.MESSAGE_CIRCLE, look.words().text("conversation.empty.title"),
                look.words().text("conversation.empty.advice"));
        offer = new EmptyPlace(Icon.BELL, look.words().text("conversation.offer.title"),
                look.words().text("conversation.offer.advice"));
        transcript = new TranscriptView(model, look);
        call = new CallFactsView(model, look);
        composer = new ComposerView(model, look);
        suggestionRow = suggestionRow();
        notice.setWrapText(true);
        notice.setMaxWidth(Double.MAX_VALUE);
        suggestionRow.visibleProperty().bind(Bindings.isNotEmpty(suggestions).and(composer.visibleProperty()));
        suggestionRow.managedProperty().bind(suggestionRow.visibleProperty());
        setTop(header());
        setCenter(center());
        setBottom(new VBox(notice, suggestionRow, composer));
        model.current().subscribe(this::show);
        model.notice().subscribe(this::show);
        look.words().language().subscribe(language -> {
            show(model.current().get());
            show(model.notice().get());
        });
        watchWindow();
        Stream.of(nobody, offer, transcript, call, suggestionRow, composer).forEach(FirstShown::holdBack);
    }

    /// What the finish button does with the session shown.
    public void onFinish(Consumer<Session> wrapUp) {
        onFinish = wrapUp;
    }

    /// Nodes of the row above the composer; hidden while there are none.
    public ObservableList<Node> suggestions() {
        return suggestions;
    }

    public void focusComposer() {
        composer.focus();
    }

    /// Whether the operator is writing here now, so that nothing else may take the place.
    public boolean isWriting() {
        return composer.isFocusedInside() && model.isWriting();
    }

    private void finish() {
        Session session = model.current().get();
        if (session != null) {
            onFinish.accept(session);
        }
    }

    /// As small as need be: asked for the least it can do with, it would ask all that stand in it.
    private StackPane center() {
        StackPane center = new StackPane(nobody, offer, transcript, call);
        center.setMinSize(0, 0);
        return center;
    }

    private HBox header() {
        title.setMinWidth(0);
        HBox header = new HBox(mark, title, Columns.spring(), finish);
        header.getStyleClass().addAll("column-header", Styles.SURFACE, Styles.LINE_BOTTOM);
        return header;
    }

    private HBox suggestionRow() {
        FlowPane nodes = new FlowPane();
        nodes.getStyleClass().add("suggestion-nodes");
        Bindings.bindContent(nodes.getChildren(), suggestions);
        nodes.setMinWidth(0);
        HBox.setHgrow(nodes, Priority.ALWAYS);
        Label word = Columns.label(look.words().text("suggestions.title"), Styles.SMALL, Styles.MUTED);
        word.setMinWidth(Region.USE_PREF_SIZE);
        Node bulb = Icon.ZAP.node();
        bulb.getStyleClass().add(Styles.WARN);
        word.setGraphic(bulb);
        HBox row = new HBox(word, nodes);
        row.getStyleClass().addAll("suggestions", Styles.SURFACE, Styles.LINE_TOP);
        nodes.prefWrapLengthProperty().bind(nodes.widthProperty());
        return row;
    }

    private void show(@Nullable Session session) {
        boolean onCall = session != null && session.channel().isCall();
        boolean offered = session != null && !onCall && session.state() == SessionState.OFFERED;
        Columns.show(nobody, session == null);
        Columns.show(offer, offered);
        Columns.show(call, onCall);
        Columns.show(transcript, session != null && !onCall && !offered);
        // Once a call is over its notes go on in the wrap-up.
        Columns.show(composer, session != null && !offered && !(onCall && session.state() == SessionState.ENDED));
        boolean over = session != null
                && (session.state() == SessionState.OPEN || session.state() == SessionState.ENDED);
        Columns.show(finish, over);
        showTitle(session);
    }

    private void showTitle(@Nullable Session session) {
        if (session == null) {
            title.setText(look.words().now("conversation.title"));
            showMark(null);
        } else {
            title.setText(look.nameOf(session) + " · " + look.channel(session.channel()));
            showMark(Look.channelLook(session.channel()).icon());
        }
    }

    /// Anew only where it is another one: a session is shown again with each message.
    private void showMark(@Nullable Icon icon) {
        if (icon != marked) {
            marked = icon;
            mark.getChildren().setAll(icon == null ? List.of() : List.of(icon.node()));
        }
    }

    private void show(Notice now) {
        Columns.show(notice, now != Notice.NONE);
        if (now != Notice.NONE) {
            notice.setText(look.words().now("notice." + now.name().toLowerCase(Locale.ROOT)));
            notice.setGraphic((now == Notice.ENDED ? Icon.INFO : Icon.ALERT_TRIANGLE).node());
        }
    }

    /// A conversation in a window that is put away is not read.
    private void watchWindow() {
        var window = sceneProperty().flatMap(scene -> scene.windowProperty());
        var shown = window.flatMap(Window::showingProperty).orElse(false);
        var away = window.flatMap(opened -> opened instanceof Stage stage ? stage.iconifiedProperty() : null).orElse(false);
        shown.subscribe(visible -> model.watch(visible && !away.getValue()));
        away.subscribe(hidden -> model.watch(shown.getValue() && !hidden));
    }
}
