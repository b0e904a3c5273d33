package ru.garnitura.softphone.audio;

import java.util.concurrent.Executor;
import ru.garnitura.softphone.audio.signal.Level;

/// An ear that tells speech from quiet by loudness: speech begins after `onsetMs` above the threshold and has paused
/// after `hangoverMs` below it.
public final class SpeechGate implements AudioSink {

    /// @param threshold  dBov
    /// @param onsetMs    shorter sounds are clicks
    /// @param hangoverMs shorter gaps are breath between words
    public record Tuning(double threshold, int onsetMs, int hangoverMs) {

        /// Fit for a headset on a telephone line.
        public static final Tuning TELEPHONE = new Tuning(-42, 60, 700);
    }

    private final Tuning tuning;
    private final SpeechListener listener;
    private final Executor lane;
    private boolean speaking;
    private int loudMs;
    private int quietMs;
    private long speechMs;

    /// @param lane the listener is called here
    public SpeechGate(Tuning tuning, SpeechListener listener, Executor lane) {
        this.tuning = tuning;
        this.listener = listener;
        this.lane = lane;
    }

    @Override
    public void write(short[] frame) {
        boolean loud = Level.of(frame, frame.length) >= tuning.threshold;
        if (speaking) {
            listenOn(loud);
        } else {
            awaitSpeech(loud);
        }
    }

    private void awaitSpeech(boolean loud) {
        loudMs = loud ? loudMs + AudioFrame.MILLIS : 0;
        if (loudMs >= tuning.onsetMs) {
            speaking = true;
            speechMs = loudMs;
            quietMs = 0;
            lane.execute(listener::speechStarted);
        }
    }

    private void listenOn(boolean loud) {
        speechMs += AudioFrame.MILLIS;
        quietMs = loud ? 0 : quietMs + AudioFrame.MILLIS;
        if (quietMs >= tuning.hangoverMs) {
            speaking = false;
            loudMs = 0;
            long spoken = speechMs - quietMs;
            lane.execute(() -> listener.speechPaused(spoken));
        }
    }
}
