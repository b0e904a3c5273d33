package ru.garnitura.kb.sync;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Spreads what is taken in or sent over time, so that a voice on the same line is not disturbed. What comes after the limit
/// was reached waits; a second's worth may come at once. Any thread.
public final class Pace {

    private static final long SECOND = 1_000_000_000L;

    private final LongSupplier nanos;
    private final Consumer<Duration> pause;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile long bytesPerSecond;
    private long paidUntil;

    /// @param nanos a monotonic clock, ns
    /// @param pause waits that long
    Pace(long bytesPerSecond, LongSupplier nanos, Consumer<Duration> pause) {
        this.bytesPerSecond = bytesPerSecond;
        this.nanos = nanos;
        this.pause = pause;
        this.paidUntil = nanos.getAsLong();
    }

    private Pace(long bytesPerSecond) {
        this.bytesPerSecond = bytesPerSecond;
        this.nanos = System::nanoTime;
        this.pause = this::await;
        this.paidUntil = System.nanoTime();
    }

    public static Pace unlimited() {
        return new Pace(0);
    }

    public static Pace of(long bytesPerSecond) {
        return new Pace(bytesPerSecond);
    }

    /// Another limit from now on; 0 for none.
    public void limitTo(long bytes) {
        bytesPerSecond = bytes;
    }

    boolean isLimited() {
        return bytesPerSecond > 0;
    }

    /// Ends every wait, now and later.
    public void stop() {
        bytesPerSecond = 0;
        stopped.countDown();
    }

    /// Waits until so many bytes more are within the limit.
    void spend(long bytes) {
        var wait = due(bytes);
        if (wait > 0) {
            pause.accept(Duration.ofNanos(wait));
        }
    }

    /// What is written to the stream returned is spent.
    public OutputStream through(OutputStream sink) {
        return new FilterOutputStream(sink) {

            @Override
            public void write(int b) throws IOException {
                spend(1);
                out.write(b);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                spend(length);
                out.write(bytes, from, length);
            }
        };
    }

    private synchronized long due(long bytes) {
        var limit = bytesPerSecond;
        var now = nanos.getAsLong();
        if (limit <= 0) {
            paidUntil = now;
            return 0;
        }
        paidUntil = Math.max(paidUntil, now - SECOND) + Math.round((double) bytes / limit * SECOND);
        return paidUntil - now;
    }

    private void await(Duration wait) {
        try {
            if (stopped.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                limitTo(0);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            stop();
        }
    }
}
