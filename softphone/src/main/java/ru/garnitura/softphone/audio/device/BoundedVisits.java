package ru.garnitura.softphone.audio.device;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way to the native library. It can hang for ever (with a sound server that does not answer) or fail with a bare
/// `Error` (with none): so each visit runs on a thread of its own with a time limit, and while one hangs nobody else
/// is sent after it; only what ends something waits for its turn. I/O lane.
public final class BoundedVisits {

    /// Longer than any healthy sound system takes.
    public static final Duration USUAL = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(BoundedVisits.class);

    private final Duration limit;
    private @Nullable Thread hanging;

    public BoundedVisits(Duration limit) {
        this.limit = limit;
    }

    /// Runs native calls that give nothing.
    public void run(String purpose, Runnable nativeCalls) {
        visit(purpose, () -> {
            nativeCalls.run();
            return Optional.empty();
        });
    }

    /// Runs native calls that end something, such as a close: where the library hangs they are made as soon as it no
    /// longer does, in this order, for no microphone may stay live.
    public synchronized void end(String purpose, Runnable nativeCalls) {
        Thread stuck = hanging;
        if (stuck != null && stuck.isAlive()) {
            LOG.debug("Audio library still hangs: will {} later", purpose);
            hanging = Thread.ofPlatform().name("garnitura-devices").daemon().start(() -> after(stuck, purpose, nativeCalls));
        } else {
            run(purpose, nativeCalls);
        }
    }

    private static void after(Thread stuck, String purpose, Runnable nativeCalls) {
        CompletableFuture<Optional<Object>> result = new CompletableFuture<>();
        carryOut(() -> {
            stuck.join();
            nativeCalls.run();
            return Optional.empty();
        }, result);
        answer(purpose, result);
    }

    /// Runs native calls.
    ///
    /// @param purpose for the log
    /// @return empty too where the library hangs or fails; what comes too late is closed again
    public synchronized <T> Optional<T> visit(String purpose, Callable<Optional<T>> calls) {
        Thread stuck = hanging;
        if (stuck != null && stuck.isAlive()) {
            LOG.debug("Audio library still hangs: did not {}", purpose);
            return Optional.empty();
        }
        CompletableFuture<Optional<T>> result = new CompletableFuture<>();
        Thread visitor = Thread.ofPlatform().name("garnitura-devices").daemon().start(() -> carryOut(calls, result));
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLong) {
            LOG.warn("Audio library hangs: did not {} within {}", purpose, limit);
            hanging = visitor;
        } catch (ExecutionException failed) {
            return answer(purpose, result);
        } catch (InterruptedException stop) {
            hanging = visitor;
            Thread.currentThread().interrupt();
        }
        result.cancel(false);
        return answer(purpose, result);
    }

    /// What came in the very moment of the deadline counts, good or bad.
    private static <T> Optional<T> answer(String purpose, CompletableFuture<Optional<T>> result) {
        return switch (result.state()) {
            case SUCCESS -> result.resultNow();
            case FAILED -> {
                LOG.warn("Audio library did not {}: {}", purpose, String.valueOf(result.exceptionNow()));
                yield Optional.empty();
            }
            case RUNNING, CANCELLED -> Optional.empty();
        };
    }

    /// A device that opens after its time is closed again: no microphone may be live unseen.
    private static <T> void carryOut(Callable<Optional<T>> calls, CompletableFuture<Optional<T>> result) {
        FutureTask<Optional<T>> task = new FutureTask<>(calls);
        task.run();
        try {
            Optional<T> opened = task.get();
            if (!result.complete(opened) && opened.isPresent() && opened.get() instanceof AutoCloseable late) {
                late.close();
            }
        } catch (ExecutionException failed) {
            result.completeExceptionally(failed.getCause() == null ? failed : failed.getCause());
        } catch (Exception unclosed) {
            LOG.warn("Audio device opened too late was not closed", unclosed);
        }
    }
}
