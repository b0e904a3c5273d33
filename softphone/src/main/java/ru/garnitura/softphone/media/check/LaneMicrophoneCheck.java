package ru.garnitura.softphone.media.check;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.audio.AudioEndpoints;
import ru.garnitura.softphone.audio.AudioFrame;
import ru.garnitura.softphone.audio.signal.Level;
import ru.garnitura.softphone.audio.signal.LevelMeter;
import ru.garnitura.softphone.media.lane.AudioLane;
import ru.garnitura.softphone.media.lane.MixPort;

/// The check as a party on an audio lane of its own: it hears the operator, and says what he said.
public final class LaneMicrophoneCheck implements MicrophoneCheck, MixPort {

    private static final int FRAMES = 500;
    private static final int FULL_SCALE = 32_000;

    private final AudioLane.Place place;
    private final short[] recording = new short[FRAMES * AudioFrame.SAMPLES];
    private final double[] levels = new double[FRAMES];
    private final LevelMeter microphone = new LevelMeter();
    private final LevelMeter headset = new LevelMeter();
    private volatile Phase phase = Phase.IDLE;
    private volatile int frame;
    private volatile @Nullable MicrophoneAdvice advice;
    private int clipped;

    private LaneMicrophoneCheck(AudioEndpoints endpoints, Executor io) {
        place = new AudioLane(endpoints, io, notice -> { }, Map.of()).attach(this);
    }

    /// Opens microphone and headset; returns at once.
    ///
    /// @param io devices are opened here
    public static MicrophoneCheck open(AudioEndpoints endpoints, Executor io) {
        return new LaneMicrophoneCheck(endpoints, io);
    }

    @Override
    public void record() {
        place.onLane(() -> {
            clipped = 0;
            advice = null;
            enter(Phase.RECORDING);
        });
    }

    @Override
    public void play() {
        place.onLane(() -> {
            if (advice != null) {
                enter(Phase.PLAYING);
            }
        });
    }

    private void enter(Phase next) {
        frame = 0;
        phase = next;
    }

    @Override
    public Reading reading() {
        Phase now = phase;
        double progress = now == Phase.IDLE ? 0 : (double) frame / FRAMES;
        return new Reading(now, progress, microphone.level(), headset.level(), Optional.ofNullable(advice));
    }

    @Override
    public void say(short[] said, long now) {
        if (phase == Phase.PLAYING) {
            System.arraycopy(recording, frame * AudioFrame.SAMPLES, said, 0, AudioFrame.SAMPLES);
            advance();
        } else {
            Arrays.fill(said, (short) 0);
        }
        headset.add(said, AudioFrame.SAMPLES);
    }

    @Override
    public void hear(short[] heard, long now) {
        microphone.add(heard, AudioFrame.SAMPLES);
        if (phase == Phase.RECORDING) {
            System.arraycopy(heard, 0, recording, frame * AudioFrame.SAMPLES, AudioFrame.SAMPLES);
            levels[frame] = Level.of(heard, AudioFrame.SAMPLES);
            clipped += touchesFullScale(heard) ? 1 : 0;
            advance();
        }
    }

    private static boolean touchesFullScale(short[] heard) {
        for (short sample : heard) {
            if (Math.abs(sample) >= FULL_SCALE) {
                return true;
            }
        }
        return false;
    }

    private void advance() {
        int next = frame + 1;
        if (next < FRAMES) {
            frame = next;
        } else if (phase == Phase.RECORDING) {
            advice = MicrophoneAdvice.of(levels, clipped);
            enter(Phase.PLAYING);
        } else {
            enter(Phase.IDLE);
        }
    }

    @Override
    public void unseated() {
        enter(Phase.IDLE);
    }

    @Override
    public void close() {
        place.leave(() -> { });
    }
}
