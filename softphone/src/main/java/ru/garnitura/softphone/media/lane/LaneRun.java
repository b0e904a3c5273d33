package ru.garnitura.softphone.media.lane;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import ru.garnitura.softphone.audio.AudioFrame;
import ru.garnitura.softphone.audio.AudioPair;

/// One busy period of the audio lane: from the first call's start to the last one's end. What a party, a device or a
/// command throws ends that one alone, never the thread all calls live on.
final class LaneRun {

    private static final long TICK = AudioFrame.MILLIS * 1_000_000L;
    /// Further behind than this (the machine slept, or was starved) the missed ticks are skipped.
    private static final long HOPELESS = 200_000_000L;

    private final MixTable table;
    private final Queue<Runnable> commands = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private final Cue cue;
    private final Function<RuntimeException, AudioPair> instead;
    private volatile AudioPair pair = AudioPair.silence();
    private volatile boolean open;
    private volatile boolean stopped;

    /// @param instead mouth and ear in place of those that failed; called on the lane
    LaneRun(Cue cue, Function<RuntimeException, AudioPair> instead) {
        this.cue = cue;
        this.instead = instead;
        table = new MixTable(cue, LaneRun::report);
        thread = Thread.ofPlatform().name("garnitura-audio").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// Any thread; what is given runs on the lane before its next tick.
    void command(Runnable command) {
        commands.add(command);
    }

    Cue cue() {
        return cue;
    }

    MixTable table() {
        return table;
    }

    /// From the next tick on these are mouth and ear.
    void use(AudioPair opened) {
        pair = opened;
        open = true;
    }

    /// Ends the thread after the commands given until now. Any thread.
    void stop() {
        stopped = true;
    }

    private void run() {
        long due = System.nanoTime();
        while (!stopped) {
            due += TICK;
            long now = System.nanoTime();
            if (now - due > HOPELESS) {
                due = now;
            }
            while (now < due) {
                LockSupport.parkNanos(due - now);
                now = System.nanoTime();
            }
            runCommands();
            tick(now);
        }
        runCommands();
    }

    private void tick(long now) {
        try {
            table.tick(pair, now, open);
        } catch (RuntimeException failed) {
            pair = instead.apply(failed);
        }
    }

    private void runCommands() {
        for (Runnable command = commands.poll(); command != null; command = commands.poll()) {
            run(command);
        }
    }

    private static void run(Runnable command) {
        try {
            command.run();
        } catch (RuntimeException bug) {
            report(bug);
        }
    }

    private static void report(RuntimeException bug) {
        Thread self = Thread.currentThread();
        self.getUncaughtExceptionHandler().uncaughtException(self, bug);
    }
}
