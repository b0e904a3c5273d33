package ru.garnitura.softphone.media.listen;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.audio.AudioEndpoints;
import ru.garnitura.softphone.audio.AudioFrame;
import ru.garnitura.softphone.audio.AudioPair;
import ru.garnitura.softphone.audio.signal.Resampler;
import ru.garnitura.softphone.media.lane.AudioLane;
import ru.garnitura.softphone.media.lane.MixPort;

/// A tape as a party on an audio lane of its own, which runs while it plays and no longer.
public final class LaneListening implements Listening, MixPort {

    private static final int STEP = Tape.RATE / 1000 * AudioFrame.MILLIS;

    private final Tape tape;
    private final AudioLane lane;
    private final Resampler resampler = new Resampler(Tape.RATE, AudioFrame.RATE);
    private final short[] block = new short[STEP];
    private AudioLane.@Nullable Place place;
    private volatile Phase phase = Phase.PAUSED;
    /// Moved by the lane and by whoever seeks: where both do, the seek counts.
    private final AtomicInteger position = new AtomicInteger();
    /// Nothing is played before the headset hears it.
    private volatile boolean open;

    /// @param headset opened while it plays
    /// @param io      devices are opened here
    public LaneListening(Tape tape, AudioEndpoints headset, Executor io) {
        this.tape = tape;
        lane = new AudioLane(notices -> {
            AudioPair opened = headset.open(notices);
            open = true;
            return opened;
        }, io, notice -> { }, Map.of());
    }

    @Override
    public synchronized void play() {
        if (phase == Phase.ENDED) {
            leave();
            position.set(0);
        }
        phase = Phase.PLAYING;
        if (place == null) {
            open = false;
            place = lane.attach(this);
        }
    }

    @Override
    public synchronized void pause() {
        if (phase == Phase.PLAYING) {
            phase = Phase.PAUSED;
        }
        leave();
    }

    private void leave() {
        AudioLane.Place last = place;
        place = null;
        if (last != null) {
            last.leave(() -> { });
        }
    }

    @Override
    public synchronized void seek(Duration to) {
        position.set(Math.clamp(to.toMillis() * (Tape.RATE / 1000), 0, tape.length()));
        if (phase == Phase.ENDED) {
            leave();
            phase = Phase.PAUSED;
        }
    }

    @Override
    public Reading reading() {
        return new Reading(phase, Duration.ofMillis(position.get() / (Tape.RATE / 1000)));
    }

    @Override
    public void say(short[] said, long now) {
        int at = position.get();
        int there = Math.min(STEP, tape.length() - at);
        boolean last = there < STEP && tape.isWhole();
        if (phase != Phase.PLAYING || !open || (there < STEP && !last)) {
            Arrays.fill(said, (short) 0);
            return;
        }
        for (int i = 0; i < STEP; i++) {
            block[i] = i < there ? tape.sample(at + i) : 0;
        }
        resampler.process(block, 0, STEP, said);
        if (position.compareAndSet(at, at + Math.max(0, there)) && last) {
            phase = Phase.ENDED;
        }
    }

    @Override
    public void hear(short[] heard, long now) {
        // nobody speaks here
    }

    @Override
    public void unseated() {
        phase = Phase.ENDED;
    }

    @Override
    public void close() {
        pause();
        tape.close();
    }
}
