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
import ru.garnitura.softphone.call.Softphone;
import ru.garnitura.softphone.call.SoftphoneEvent;
import ru.garnitura.softphone.media.listen.LaneListening;
import ru.garnitura.softphone.media.listen.Listening;
import ru.garnitura.softphone.media.listen.Listening.Phase;
import ru.garnitura.softphone.media.listen.Tape;

/// Plays recordings of the history in the headset: from the back office into memory, and from there, while it still
/// comes, to the ear. A call that comes in pauses it. FX lane.
final class CallListening implements RecordingPlayer {

    private final RecordedCalls calls;
    private final AudioEndpoints headset;
    private final Lanes lanes;
    private final Set<OnePlaying> playing = new HashSet<>();

    /// @param headset without a microphone
    CallListening(RecordedCalls calls, AudioEndpoints headset, Lanes lanes) {
        this.calls = calls;
        this.headset = headset;
        this.lanes = lanes;
    }

    /// Leaves the headset to calls from now on.
    CallListening yieldingTo(Softphone softphone) {
        softphone.subscribe(event -> {
            if (event instanceof SoftphoneEvent.IncomingCall) {
                lanes.fx().execute(() -> playing.forEach(OnePlaying::pause));
            }
        });
        return this;
    }

    @Override
    public Playing play(String interaction, RecordedCall recording) {
        OnePlaying begun = new OnePlaying();
        playing.add(begun);
        begun.begin(interaction, recording.id());
        return begun;
    }

    private final class OnePlaying implements Playing {

        private final Tape tape = new Tape();
        private final Listening listening = new LaneListening(tape, headset, lanes.io());
        private volatile @Nullable Outcome outcome;

        void begin(String interaction, String recording) {
            listening.play();
            lanes.io().execute(() -> {
                Outcome came = calls.fetch(interaction, recording, tape);
                if (came == Outcome.RECEIVED || tape.length() > 0) {
                    tape.complete();
                }
                outcome = came;
            });
        }

        void pause() {
            listening.pause();
        }

        @Override
        public void toggle() {
            if (listening.reading().phase() == Phase.PLAYING) {
                listening.pause();
            } else {
                listening.play();
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
            if (tape.length() == 0) {
                Outcome came = outcome;
                return came == null ? State.LOADING : came == Outcome.REFUSED ? State.REFUSED : State.UNREACHABLE;
            }
            return switch (now.phase()) {
                case PLAYING -> State.PLAYING;
                case PAUSED -> State.PAUSED;
                case ENDED -> State.ENDED;
            };
        }

        @Override
        public void close() {
            playing.remove(this);
            listening.close();
        }
    }
}
