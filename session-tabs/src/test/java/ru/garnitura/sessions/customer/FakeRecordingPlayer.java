package ru.garnitura.sessions.customer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A player whose time goes on when the test says so. FX lane.
public final class FakeRecordingPlayer implements RecordingPlayer {

    private final List<String> asked = new ArrayList<>();
    private State state = State.PAUSED;
    private Duration at = Duration.ZERO;
    private int open;

    @Override
    public Playing play(String interaction, RecordedCall recording) {
        asked.add(interaction + " " + recording.id());
        state = State.LOADING;
        at = Duration.ZERO;
        open++;
        return new Playing() {

            @Override
            public void toggle() {
                state = state == State.PLAYING ? State.PAUSED : State.PLAYING;
            }

            @Override
            public void seek(Duration to) {
                at = to;
            }

            @Override
            public Reading reading() {
                return new Reading(state, at);
            }

            @Override
            public void close() {
                open--;
            }
        };
    }

    public void is(State now, Duration place) {
        state = now;
        at = place;
    }

    /// What was asked for, as `interaction recording`.
    public List<String> asked() {
        return List.copyOf(asked);
    }

    public Reading reading() {
        return new Reading(state, at);
    }

    /// How many play.
    public int open() {
        return open;
    }
}
