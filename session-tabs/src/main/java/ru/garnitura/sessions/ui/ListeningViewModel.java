package ru.garnitura.sessions.ui;

import java.time.Duration;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import ru.garnitura.sessions.customer.RecordedCall;
import ru.garnitura.sessions.customer.RecordingPlayer;
import ru.garnitura.sessions.customer.RecordingPlayer.Reading;
import ru.garnitura.sessions.customer.RecordingPlayer.State;
import ru.garnitura.sessions.session.Ticker;

/// The one recording that is listened to now. FX lane.
public final class ListeningViewModel implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(200);

    private final RecordingPlayer player;
    private final Ticker ticker;
    private final ReadOnlyObjectWrapper<Heard> heard = new ReadOnlyObjectWrapper<>(Heard.NOTHING);
    private RecordingPlayer.@Nullable Playing playing;
    private Ticker.@Nullable Handle looking;

    /// @param id empty while nothing is listened to
    record Heard(String id, Reading reading) {

        static final Heard NOTHING = new Heard("", new Reading(State.PAUSED, Duration.ZERO));

        boolean is(RecordedCall recording) {
            return id.equals(recording.id());
        }
    }

    public ListeningViewModel(RecordingPlayer player, Ticker ticker) {
        this.player = player;
        this.ticker = ticker;
    }

    ReadOnlyObjectProperty<Heard> heard() {
        return heard.getReadOnlyProperty();
    }

    /// Plays a recording, or pauses it where it plays; another one stops. One that did not open is asked for again.
    void toggle(String interaction, RecordedCall recording) {
        RecordingPlayer.Playing now = playing;
        if (now != null && heard.get().is(recording) && !failed(heard.get().reading().state())) {
            now.toggle();
        } else {
            close();
            RecordingPlayer.Playing begun = player.play(interaction, recording);
            playing = begun;
            looking = ticker.every(LOOK, () -> look(recording));
        }
        look(recording);
    }

    /// Goes to a place of the recording that is listened to.
    void seek(RecordedCall recording, Duration to) {
        RecordingPlayer.Playing now = playing;
        if (now != null && heard.get().is(recording)) {
            now.seek(to);
            look(recording);
        }
    }

    private static boolean failed(State state) {
        return state == State.REFUSED || state == State.UNREACHABLE;
    }

    private void look(RecordedCall recording) {
        RecordingPlayer.Playing now = playing;
        if (now != null) {
            heard.set(new Heard(recording.id(), now.reading()));
        }
    }

    /// Stops. Idempotent.
    @Override
    public void close() {
        RecordingPlayer.Playing last = playing;
        Ticker.Handle look = looking;
        playing = null;
        looking = null;
        if (look != null) {
            look.close();
        }
        if (last != null) {
            last.close();
        }
        heard.set(Heard.NOTHING);
    }
}
