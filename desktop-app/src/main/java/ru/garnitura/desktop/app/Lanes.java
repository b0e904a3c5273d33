package ru.garnitura.desktop.app;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/// The lanes of docs/threads.md. Made once, in [Groundwork].
///
/// @param fx        the FX lane
/// @param signaling one platform thread, tasks in order
/// @param io        a virtual thread for each task; nobody interrupts it
/// @param disk      virtual threads too, one task after another: what must reach the disk in order
record Lanes(Executor fx, ClosableLane signaling, ClosableLane io, Executor disk) implements AutoCloseable {

    private static final Duration LAST_ORDERS = Duration.ofSeconds(3);

    static Lanes of(Executor fx) {
        var io = new ClosableLane("I/O", Executors.newVirtualThreadPerTaskExecutor(), LAST_ORDERS);
        var signaling = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("signaling").daemon().factory());
        return new Lanes(fx, new ClosableLane("signaling", signaling, LAST_ORDERS), io, new OrderedExecutor(io));
    }

    @Override
    public void close() {
        signaling.close();
        io.close();
    }
}
