package ru.garnitura.kb;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// What does not share the few threads that carry all virtual ones: a snapshot being indexed computes for minutes and would
/// keep one of them, and the next key typed must not wait for another's turn. Platform threads, never interrupted; the
/// operating system gives each its share.
final class OwnThreads implements AutoCloseable {

    private final ThreadPoolExecutor searches = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
            Thread.ofPlatform().name("kb-search").daemon().factory(), new ThreadPoolExecutor.DiscardPolicy());

    /// One search after the other; those that come after the end are not made.
    Executor searches() {
        return searches;
    }

    /// Runs what keeps the copy up to date.
    void follow(Runnable sync) {
        Thread.ofPlatform().name("kb-sync").daemon().start(sync);
    }

    /// Lets what is under way end.
    @Override
    public void close() {
        searches.shutdown();
    }
}
