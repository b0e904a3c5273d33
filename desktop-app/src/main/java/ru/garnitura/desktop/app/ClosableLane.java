package ru.garnitura.desktop.app;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A lane that ends with the window: what is under way finishes uninterrupted, what comes later is dropped, since nobody
/// is left to see its result.
final class ClosableLane implements Executor, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ClosableLane.class);

    private final String name;
    private final ExecutorService threads;
    private final Duration patience;

    /// @param patience how long [#close] waits for what is under way
    ClosableLane(String name, ExecutorService threads, Duration patience) {
        this.name = name;
        this.threads = threads;
        this.patience = patience;
    }

    @Override
    public void execute(Runnable task) {
        try {
            threads.execute(task);
        } catch (RejectedExecutionException e) {
            if (!threads.isShutdown()) {
                throw e;
            }
            log.debug("The {} lane has ended, a task is dropped", name);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("Work on the {} lane did not end within {} ms", name, patience.toMillis());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
