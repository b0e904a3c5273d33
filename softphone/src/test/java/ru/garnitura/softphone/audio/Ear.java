package ru.garnitura.softphone.audio;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import ru.garnitura.softphone.audio.signal.Level;

/// A sink that remembers the last seconds it heard.
public final class Ear implements AudioSink {

    private static final int REMEMBERED = 2_000;

    private final Deque<short[]> frames = new ArrayDeque<>();
    private long heard;

    @Override
    public synchronized void write(short[] frame) {
        frames.addLast(frame.clone());
        if (frames.size() > REMEMBERED) {
            frames.removeFirst();
        }
        heard++;
        notifyAll();
    }

    /// Frames heard since the beginning.
    public synchronized long heard() {
        return heard;
    }

    /// Waits for `milliseconds` of sound from now on and returns it.
    public synchronized short[] listen(int milliseconds) throws InterruptedException {
        int count = milliseconds / AudioFrame.MILLIS;
        long until = heard + count;
        long deadline = System.nanoTime() + Duration.ofSeconds(10).plusMillis(milliseconds).toNanos();
        while (heard < until) {
            long rest = (deadline - System.nanoTime()) / 1_000_000;
            if (rest <= 0) {
                throw new AssertionError("heard " + (count - (until - heard)) + " of " + count + " frames");
            }
            wait(rest);
        }
        short[] sound = new short[count * AudioFrame.SAMPLES];
        int at = 0;
        for (short[] frame : frames.stream().skip(frames.size() - count).toList()) {
            System.arraycopy(frame, 0, sound, at, frame.length);
            at += frame.length;
        }
        return sound;
    }

    /// Waits until a tone makes up at least this share of what is heard in some 200 ms.
    public double waitForTone(double hertz, double share) throws InterruptedException {
        double best = 0;
        for (int attempt = 0; attempt < 50; attempt++) {
            best = Math.max(best, ToneShare.of(listen(200), AudioFrame.RATE, hertz));
            if (best >= share) {
                return best;
            }
        }
        return best;
    }

    /// Waits until some 200 ms are quieter than `dBov`; returns the last loudness.
    public double waitForQuiet(double dBov) throws InterruptedException {
        double level = 0;
        for (int attempt = 0; attempt < 50 && level > dBov - 0.001; attempt++) {
            short[] sound = listen(200);
            level = Level.of(sound, sound.length);
        }
        return level;
    }
}
