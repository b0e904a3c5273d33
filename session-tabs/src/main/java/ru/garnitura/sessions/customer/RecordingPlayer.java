package ru.garnitura.sessions.customer;

import java.time.Duration;

/// Plays recordings of calls in the operator's headset, fulfilled by the desktop. FX lane; everything returns at once.
@FunctionalInterface
public interface RecordingPlayer {

    /// Asks for a recording, and plays it as soon as there is something to hear.
    ///
    /// @param interaction what it belongs to
    Playing play(String interaction, RecordedCall recording);

    /// One recording, until it is closed.
    interface Playing extends AutoCloseable {

        /// Plays on where it is paused or has ended, pauses where it plays.
        void toggle();

        void seek(Duration to);

        Reading reading();

        @Override
        void close();
    }

    /// @param at how far it was heard
    record Reading(State state, Duration at) {}

    /// LOADING: nothing can be heard yet. REFUSED: the back office lets this operator hear it no more. UNREACHABLE: it did
    /// not come, or not to its end. TOO_LONG: what of it this computer can hold was heard. IN_A_CALL: the headset is for
    /// the call; played once more after it, it goes on.
    enum State { LOADING, PLAYING, PAUSED, ENDED, REFUSED, UNREACHABLE, TOO_LONG, IN_A_CALL }
}
