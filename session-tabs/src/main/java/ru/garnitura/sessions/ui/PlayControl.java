package ru.garnitura.sessions.ui;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.controls.Tip;
import ru.garnitura.sessions.customer.RecordedCall;
import ru.garnitura.sessions.customer.RecordingPlayer.State;

/// Plays one recording in the history: Space or Enter on the button plays and pauses, the arrows on the bar go five
/// seconds back and on. FX lane; closed where it is shown no more.
final class PlayControl extends VBox implements AutoCloseable {

    private static final int ICON = 16;
    private static final double STEP_SECONDS = 5;
    /// Why nothing is heard, in words.
    private static final Set<State> SAID = EnumSet.of(State.REFUSED, State.UNREACHABLE, State.TOO_LONG, State.IN_A_CALL);

    private final RecordedCall recording;
    private final ListeningViewModel model;
    private final Look look;
    private final Button button = new Button();
    private final StringProperty name = new SimpleStringProperty("");
    private final Slider bar;
    private final Label time = Columns.label("", Styles.SMALL, Styles.MUTED);
    private final Label trouble = Columns.wrapped("", Styles.SMALL, Styles.DANGER);
    private final Subscription following;
    private boolean told;
    private State shown = State.ENDED;

    PlayControl(String interaction, RecordedCall recording, ListeningViewModel model, Look look) {
        this.recording = recording;
        this.model = model;
        this.look = look;
        getStyleClass().add("play-control");
        button.getStyleClass().addAll(Styles.FLAT, "play");
        button.accessibleTextProperty().bind(name);
        Tip.on(button, name);
        button.setOnAction(event -> model.toggle(interaction, recording));
        bar = new Slider(0, Math.max(1, recording.length().toSeconds()), 0);
        bar.setBlockIncrement(STEP_SECONDS);
        bar.accessibleTextProperty().bind(look.words().text("history.listen.seek"));
        bar.valueProperty().subscribe(value -> moved(value.doubleValue()));
        HBox.setHgrow(bar, Priority.ALWAYS);
        time.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(6, button, bar, time);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(row, trouble);
        button(State.PAUSED);
        following = model.heard().subscribe(this::show);
    }

    private void moved(double seconds) {
        if (!told) {
            model.seek(recording, Duration.ofMillis(Math.round(seconds * 1_000)));
        }
    }

    private void show(ListeningViewModel.Heard heard) {
        boolean mine = heard.is(recording);
        State state = mine ? heard.reading().state() : State.PAUSED;
        Duration at = mine ? heard.reading().at() : Duration.ZERO;
        button(state);
        bar.setDisable(!mine);
        if (!bar.isValueChanging()) {
            told = true;
            bar.setValue(at.toMillis() / 1_000.0);
            told = false;
        }
        time.setText(state == State.LOADING ? look.words().now("history.listen.loading")
                : look.words().now("history.listen.time", look.formats().duration(at), look.formats().duration(recording.length())));
        boolean silent = SAID.contains(state);
        trouble.setText(silent ? look.words().now("history.listen." + state.name().toLowerCase(Locale.ROOT).replace('_', '-')) : "");
        Columns.show(trouble, silent);
    }

    private void button(State state) {
        if (state == shown) {
            return;
        }
        shown = state;
        boolean plays = state == State.PLAYING || state == State.LOADING;
        button.setGraphic((plays ? Icon.PAUSE : Icon.PLAY).node(ICON));
        name.set(look.words().now(plays ? "history.listen.pause" : "history.listen.play"));
    }

    @Override
    public void close() {
        following.unsubscribe();
    }
}
