package ru.garnitura.sessions.ui;

import javafx.beans.value.ObservableValue;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.Tone;
import ru.garnitura.assets.controls.Badge;
import ru.garnitura.assets.controls.ChannelBadge;
import ru.garnitura.assets.controls.ChannelLook;
import ru.garnitura.assets.controls.Chip;
import ru.garnitura.sessions.session.Session;
import ru.garnitura.sessions.session.SessionState;

/// A row of the list of sessions.
final class SessionCell extends ListCell<SessionTile> {

    private static final double BADGE = 34;
    private static final int MARK = 11;

    private final SessionListViewModel model;
    private final Look look;
    private final ChannelBadge channel;
    private final Label name = new Label();
    private final Chip timer = new Chip(Tone.NEUTRAL);
    private final Label preview = new Label();
    private final Badge unread = new Badge();
    private final ProgressBar left = new ProgressBar();
    private final Node soon = Icon.CLOCK.node(MARK);
    private final Node late = Icon.ALERT_TRIANGLE.node(MARK);
    private final Node talking = Icon.PHONE.node(MARK);
    private final VBox offer;
    private final HBox row;
    private Subscription shown = Subscription.EMPTY;

    SessionCell(SessionListViewModel model, Look look) {
        this.model = model;
        this.look = look;
        channel = new ChannelBadge(ChannelLook.OTHER, BADGE, channelName());
        name.getStyleClass().add(Styles.STRONG);
        preview.getStyleClass().add(Styles.SMALL);
        timer.getStyleClass().add("session-timer");
        name.setMinWidth(0);
        preview.setMinWidth(0);
        offer = offerRow();
        VBox lines = new VBox(line(name, timer), line(preview, new Group(unread)), offer);
        lines.getStyleClass().add("lines");
        HBox.setHgrow(lines, Priority.ALWAYS);
        row = new HBox(channel, lines);
        row.getStyleClass().add("session-row");
        getStyleClass().add("session-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(SessionTile tile, boolean empty) {
        super.updateItem(tile, empty);
        shown.unsubscribe();
        shown = Subscription.EMPTY;
        if (empty || tile == null) {
            setGraphic(null);
        } else {
            shown = tile.facts().subscribe(this::show)
                    .and(look.words().language().subscribe(language -> show(tile.facts().get())));
            setGraphic(row);
        }
    }

    private void show(SessionTile.Facts facts) {
        Session session = facts.session();
        channel.show(Look.channelLook(session.channel()));
        name.setText(look.nameOf(session));
        preview.setText(look.previewOf(session));
        unread.countProperty().set(session.attention().unread());
        show(facts.timer());
        boolean offered = session.state() == SessionState.OFFERED && !session.channel().isCall();
        offer.setVisible(offered);
        offer.setManaged(offered);
        left.setProgress(facts.offerLeft());
        setAccessibleText(String.join(", ", look.channel(session.channel()), name.getText(), timer.getText(),
                look.words().now("list.unread", session.attention().unread()), preview.getText()));
    }

    private void show(TileTimer time) {
        timer.setVisible(!(time instanceof TileTimer.None));
        switch (time) {
            case TileTimer.Waiting(var waited, var level) -> {
                mark(look.formats().age(waited), Look.tone(level));
                switch (level) {
                    case CALM -> timer.setGraphic(null);
                    case SOON -> timer.setGraphic(soon);
                    case LATE -> timer.setGraphic(late);
                }
            }
            case TileTimer.Talking(var talked) -> {
                mark(look.formats().duration(talked), Tone.OK);
                timer.setGraphic(talking);
            }
            case TileTimer.WrapUp() -> {
                mark(look.words().now("list.wrap-up"), Tone.ACCENT);
                timer.setGraphic(null);
            }
            case TileTimer.None() -> mark("", Tone.NEUTRAL);
        }
    }

    private void mark(String text, Tone tone) {
        timer.setText(text);
        timer.toneProperty().set(tone);
    }

    private VBox offerRow() {
        Button accept = button("offer.accept", Styles.PRIMARY);
        accept.setOnAction(event -> model.accept(getItem().id()));
        Button refuse = button("offer.refuse", Styles.SMALL);
        refuse.setOnAction(event -> model.refuse(getItem().id()));
        HBox buttons = new HBox(accept, refuse);
        buttons.getStyleClass().add("offer-buttons");
        left.setMaxWidth(Double.MAX_VALUE);
        VBox box = new VBox(buttons, left);
        box.getStyleClass().add("offer");
        return box;
    }

    private Button button(String key, String style) {
        Button button = new Button();
        button.textProperty().bind(look.words().text(key));
        button.getStyleClass().add(style);
        button.setFocusTraversable(false);
        return button;
    }

    private ObservableValue<String> channelName() {
        return itemProperty().map(tile -> look.channel(tile.session().channel()));
    }

    private static HBox line(Label text, Node mark) {
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(text, mark);
        line.getStyleClass().add("line");
        return line;
    }
}
