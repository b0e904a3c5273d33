package ru.garnitura.softphone.audio;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// A mouth that says the clips it is given, one after another, and is silent between them.
public final class ClipSource implements AudioSource {

    private final Executor io;
    private final Queue<Clip> waiting = new ConcurrentLinkedQueue<>();
    private final Queue<CompletableFuture<Clip>> loading = new ArrayDeque<>();
    private volatile @Nullable Clip current;

    /// @param io clips are read here, and `play`'s promises are kept here
    public ClipSource(Executor io) {
        this.io = io;
    }

    /// Queues a WAV file. Any thread, returns at once.
    ///
    /// @return completed on the I/O lane when the clip was said to its end or dropped by `hush`; failed with a
    ///         `MediaException` when the file cannot be used
    public CompletableFuture<Void> play(Path wav) {
        CompletableFuture<Clip> load = CompletableFuture.supplyAsync(() -> new Clip(Wav.read(wav).framed()), io);
        synchronized (loading) {
            loading.add(load);
        }
        return load.thenCompose(clip -> {
            queueLoaded();
            return clip.said;
        });
    }

    /// Drops what is being said and what waits. Any thread.
    public void hush() {
        Clip saying = current;
        if (saying != null) {
            saying.hushed = true;
        }
        for (Clip clip = waiting.poll(); clip != null; clip = waiting.poll()) {
            finish(clip);
        }
    }

    /// Clips are said in the order of `play`, whatever order their files were read in.
    private void queueLoaded() {
        synchronized (loading) {
            for (CompletableFuture<Clip> first = loading.peek(); first != null && first.isDone();
                    first = loading.peek()) {
                loading.remove();
                if (!first.isCompletedExceptionally()) {
                    waiting.add(first.join());
                }
            }
        }
    }

    @Override
    public void read(short[] frame) {
        Clip clip = current;
        if (clip == null || clip.isOver()) {
            if (clip != null) {
                finish(clip);
            }
            clip = waiting.poll();
            current = clip;
        }
        if (clip == null) {
            Arrays.fill(frame, (short) 0);
            return;
        }
        System.arraycopy(clip.samples, clip.at, frame, 0, frame.length);
        clip.at += frame.length;
    }

    private void finish(Clip clip) {
        io.execute(() -> clip.said.complete(null));
    }

    private static final class Clip {
        final short[] samples;
        final CompletableFuture<Void> said = new CompletableFuture<>();
        volatile boolean hushed;
        int at;

        Clip(short[] samples) {
            this.samples = samples;
        }

        boolean isOver() {
            return hushed || at >= samples.length;
        }
    }
}
