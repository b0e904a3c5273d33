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
    private static final long FIRST_DELAY_MS = 1_000;
    private static final long LONGEST_DELAY_MS = 60_000;
    private static final Logger log = LoggerFactory.getLogger(OutboxSender.class);

    private final H2Outbox outbox;
    private final ActionsApi api;
    private final Consumer<List<ActionResult>> onSettled;
    private final RandomGenerator random;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile boolean closed;

    /// @param onSettled told what became of each batch, on the sender's thread, after the local commit
    public OutboxSender(H2Outbox outbox, ActionsApi api, Consumer<List<ActionResult>> onSettled, RandomGenerator random) {
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
            List<Action> batch = outbox.head(BATCH);
            if (batch.isEmpty()) {
                failures = 0;
                pause(LONGEST_DELAY_MS);
                continue;
            }
            switch (api.send(batch)) {
                case BatchOutcome.Answered answered -> {
                    failures = answered.results().isEmpty() ? failures + 1 : 0;
                    settle(answered.results());
                    if (answered.results().isEmpty()) {
                        pause(backoff(failures));
                    }
                }
                case BatchOutcome.TryLater later -> {
                    failures++;
                    log.info("{} actions wait: {}", batch.size(), later.cause());
                    pause(later.after().compareTo(Duration.ZERO) > 0 ? later.after().toMillis() : backoff(failures));
                }
                case BatchOutcome.Refused refused -> settleRefused(batch, refused.code());
            }
        }
    }

    /// A batch refused whole is sent again one by one by the next rounds, so that one bad action parks alone.
    private void settleRefused(List<Action> batch, String code) {
        if (batch.size() == 1) {
            settle(List.of(new ActionResult.Rejected(batch.getFirst().key(), code)));
            return;
        }
        for (Action action : batch) {
            switch (api.send(List.of(action))) {
                case BatchOutcome.Answered answered -> settle(answered.results());
                case BatchOutcome.Refused refused -> settle(List.of(new ActionResult.Rejected(action.key(), refused.code())));
                case BatchOutcome.TryLater _ -> {
                    return;
                }
            }
        }
    }

    private void settle(List<ActionResult> results) {
        outbox.settle(results);
        onSettled.accept(results);
    }

    private long backoff(int failures) {
        long ceiling = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS << Math.min(failures, 6));
        return FIRST_DELAY_MS + random.nextLong(Math.max(1, ceiling - FIRST_DELAY_MS + 1));
    }

    private void pause(long milliseconds) {
        try {
            if (wakeUps.tryAcquire(milliseconds, TimeUnit.MILLISECONDS)) {
                wakeUps.drainPermits();
            }
        } catch (InterruptedException _) {
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        wake();
    }
}
