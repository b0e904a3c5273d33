package ru.garnitura.desktop.outbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries queued actions to the back office with the same key until it has answered: full jitter between 1 and 60 s.
/// Runs [#run] on a virtual thread of its own; [#wake] and [#close] may be called from any thread.
public final class OutboxSender implements Runnable, AutoCloseable {

    static final int BATCH = 50;
    /// Half of what the back office accepts in one request, since a character may take two bytes.
    private static final int BATCH_CHARACTERS = 400_000;
    private static final long FIRST_DELAY_MS = 1_000;
    private static final long LONGEST_DELAY_MS = 60_000;
    private static final Logger log = LoggerFactory.getLogger(OutboxSender.class);

    private final H2Outbox outbox;
    private final ActionsApi api;
    private final Consumer<Settled> onSettled;
    private final RandomGenerator random;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile boolean closed;

    /// @param onSettled told what became of each action, on the sender's thread, after the local commit
    public OutboxSender(H2Outbox outbox, ActionsApi api, Consumer<Settled> onSettled, RandomGenerator random) {
        this.outbox = outbox;
        this.api = api;
        this.onSettled = onSettled;
        this.random = random;
    }

    /// Something was queued, or the back office can be reached again: try now.
    public void wake() {
        wakeUps.release();
    }

    @Override
    public void run() {
        int failures = 0;
        while (!closed) {
            try {
                failures = round(failures);
            } catch (OutboxException e) {
                log.error("The outbox can't be used; trying again", e);
                failures++;
                pause(backoff(failures));
            }
        }
    }

    /// @return failures in a row, after this round
    private int round(int failures) {
        List<Action> batch = outbox.head(BATCH, BATCH_CHARACTERS);
        if (batch.isEmpty()) {
            pause(LONGEST_DELAY_MS);
            return 0;
        }
        Progress progress = sendOnce(batch);
        if (progress.settled() > 0) {
            return 0;
        }
        if (progress.pause().isPositive()) {
            pauseWhole(progress.pause());
        } else {
            pause(backoff(failures + 1));
        }
        return failures + 1;
    }

    /// @param pause what the back office asked for; zero where it asked for none
    private record Progress(int settled, Duration pause) {
    }

    private Progress sendOnce(List<Action> batch) {
        return switch (api.send(batch)) {
            case BatchOutcome.Answered answered -> new Progress(settle(batch, answered.results()), Duration.ZERO);
            case BatchOutcome.TryLater later -> {
                log.info("{} actions wait: {}", batch.size(), later.cause());
                yield new Progress(0, later.after());
            }
            case BatchOutcome.Refused refused when batch.size() == 1 -> {
                log.warn("The back office refused a {}: {}", batch.getFirst().type(), refused.code());
                yield new Progress(settle(batch, List.of(new ActionResult.Rejected(batch.getFirst().key(), refused.code()))),
                        Duration.ZERO);
            }
            case BatchOutcome.Refused _ -> oneByOne(batch);
        };
    }

    /// A batch refused whole is sent again one by one, so that the bad action is parked alone.
    private Progress oneByOne(List<Action> batch) {
        int settled = 0;
        for (Action action : batch) {
            Progress one = closed ? new Progress(0, Duration.ZERO) : sendOnce(List.of(action));
            if (one.settled() == 0) {
                return new Progress(settled, one.pause());
            }
            settled += one.settled();
        }
        return new Progress(settled, Duration.ZERO);
    }

    private int settle(List<Action> batch, List<ActionResult> results) {
        List<Settled> settled = outbox.settle(batch, results);
        settled.forEach(onSettled);
        return settled.size();
    }

    private long backoff(int failures) {
        long ceiling = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS << Math.min(failures, 6));
        return FIRST_DELAY_MS + random.nextLong(Math.max(1, ceiling - FIRST_DELAY_MS + 1));
    }

    /// Until something new is queued.
    private void pause(long milliseconds) {
        try {
            if (wakeUps.tryAcquire(milliseconds, TimeUnit.MILLISECONDS)) {
                wakeUps.drainPermits();
            }
        } catch (InterruptedException _) {
            closed = true;
        }
    }

    /// As long as the back office asked for, whatever is queued meanwhile.
    private void pauseWhole(Duration wanted) {
        long end = System.nanoTime() + wanted.toNanos();
        for (long left = wanted.toNanos(); !closed && left > 0; left = end - System.nanoTime()) {
            pause(Math.max(1, left / 1_000_000));
        }
    }

    @Override
    public void close() {
        closed = true;
        wake();
    }
}
