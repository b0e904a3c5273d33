package ru.garnitura.desktop.app;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// The lanes of docs/threads.md. Made once, in [Composition].
///
/// @param fx        the FX lane
/// @param signaling one platform thread, tasks in order
/// @param io        a virtual thread for each task; nobody interrupts it
/// @param disk      virtual threads too, one task after another: what must reach the disk in order
record Lanes(Executor fx, ExecutorService signaling, ExecutorService io, Executor disk) implements AutoCloseable {

    private static final int END_SECONDS = 3;

    static Lanes of(Executor fx) {
        ExecutorService io = Executors.newVirtualThreadPerTaskExecutor();
        return new Lanes(fx, Executors.newSingleThreadExecutor(Thread.ofPlatform().name("signaling").daemon().factory()),
                io, new OrderedExecutor(io));
    }

    /// Lets what is under way end, without interrupting it.
    @Override
    public void close() {
        signaling.shutdown();
        io.shutdown();
        try {
            if (!io.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                org.slf4j.LoggerFactory.getLogger(Lanes.class).warn("Some I/O did not end within {} s", END_SECONDS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
