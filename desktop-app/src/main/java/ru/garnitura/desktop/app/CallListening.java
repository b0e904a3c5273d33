package ru.garnitura.desktop.app;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.garnitura.desktop.link.recordings.RecordedCalls;
import ru.garnitura.desktop.link.recordings.RecordedCalls.Outcome;
import ru.garnitura.sessions.customer.RecordedCall;
import ru.garnitura.sessions.customer.RecordingPlayer;
import ru.garnitura.softphone.audio.AudioEndpoints;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.Softphone;
import ru.garnitura.softphone.call.SoftphoneEvent;
import ru.garnitura.softphone.media.listen.LaneListening;
import ru.garnitura.softphone.media.listen.Listening;
import ru.garnitura.softphone.media.listen.Listening.Phase;
import ru.garnitura.softphone.media.listen.Tape;

/// Plays recordings of the history in the headset: from the back office into memory, and from there, while it still
/// comes, to the ear. While a call stands it is paused, and does not begin. FX lane.
final class CallListening implements RecordingPlayer {

    private final RecordedCalls calls;
    private final AudioEndpoints headset;
    private final Lanes lanes;
    private final Set<OnePlaying> playing = new HashSet<>();
    private final Set<CallId> standing = new HashSet<>();

    /// @param headset without a microphone
    CallListening(RecordedCalls calls, AudioEndpoints headset, Lanes lanes) {
        this.calls = calls;
        this.headset = headset;
        this.lanes = lanes;
    }

    /// Leaves the headset to calls from now on.
    CallListening yieldingTo(Softphone softphone) {
        softphone.subscribe(event -> {
            if (event instanceof SoftphoneEvent.IncomingCall(CallSnapshot call)) {
                lanes.fx().execute(() -> changed(call));
            } else if (event instanceof SoftphoneEvent.CallChanged(CallSnapshot call)) {
                lanes.fx().execute(() -> changed(call));
            }
        });
        return this;
    }

    void changed(CallSnapshot call) {
        if (call.state() == CallState.TERMINATED) {
            standing.remove(call.id());
        } else {
            standing.add(call.id());
            playing.forEach(OnePlaying::pause);
        }
        if (standing.isEmpty()) {
            playing.forEach(OnePlaying::free);
        }
    }

    @Override
    public Playing play(String interaction, RecordedCall recording) {
        OnePlaying begun = new OnePlaying(interaction, recording.id());
        playing.add(begun);
        begun.play();
        return begun;
    }

    private final class OnePlaying implements Playing {

        private final Tape tape = new Tape();
        private final Listening listening = new LaneListening(tape, headset, lanes.io());
        private final String interaction;
        private final String recording;
        private boolean asked;
        /// It was to play in a call.
        private boolean held;
        private volatile @Nullable Outcome outcome;

        OnePlaying(String interaction, String recording) {
            this.interaction = interaction;
            this.recording = recording;
        }

        private void play() {
            held = !standing.isEmpty();
            if (!held) {
                listening.play();
                ask();
            }
        }

        private void ask() {
            if (asked) {
                return;
            }
            asked = true;
            lanes.io().execute(() -> {
                outcome = calls.fetch(interaction, recording, tape);
                tape.complete();
            });
        }

        void free() {
            held = false;
        }

        void pause() {
            listening.pause();
        }

        @Override
        public void toggle() {
            if (listening.reading().phase() == Phase.PLAYING) {
                listening.pause();
            } else {
                play();
            }
        }

        @Override
        public void seek(Duration to) {
            listening.seek(to);
        }

        @Override
        public Reading reading() {
            Listening.Reading now = listening.reading();
            if (now.phase() == Phase.ENDED) {
                listening.pause();
            }
            return new Reading(state(now), now.at());
        }

        private State state(Listening.Reading now) {
            if (held) {
                return State.IN_A_CALL;
            } else if (tape.length() == 0) {
                return asked ? end(State.LOADING) : State.PAUSED;
            }
            return switch (now.phase()) {
                case PLAYING -> State.PLAYING;
                case PAUSED -> State.PAUSED;
                case ENDED -> end(State.ENDED);
            };
        }

        /// How the end of what came is told; nothing came to its end without an outcome.
        private State end(State meanwhile) {
            Outcome came = outcome;
            return came == null ? meanwhile : switch (came) {
                case RECEIVED -> State.ENDED;
                case REFUSED -> State.REFUSED;
                case UNREACHABLE -> tape.isFull() ? State.TOO_LONG : State.UNREACHABLE;
            };
        }

        @Override
        public void close() {
            playing.remove(this);
            listening.close();
        }
    }
}
