package ru.garnitura.sessions.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Where the transport's threads leave events, and the FX lane takes them in batches: one task a pulse, however many
/// come.
final class ChatInbox implements Consumer<ChatEvent> {

    /// Events handed over at once; the rest waits for the next pulse.
    static final int BATCH = 2_000;

    private final Queue<ChatEvent> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final Executor pulse;
    private final Consumer<List<ChatEvent>> batches;

    ChatInbox(Executor pulse, Consumer<List<ChatEvent>> batches) {
        this.pulse = pulse;
        this.batches = batches;
    }

    /// Any thread.
    @Override
    public void accept(ChatEvent event) {
        waiting.add(event);
        schedule();
    }

    private void schedule() {
        if (scheduled.compareAndSet(false, true)) {
            pulse.execute(this::drain);
        }
    }

    private void drain() {
        scheduled.set(false);
        List<ChatEvent> batch = new ArrayList<>();
        for (ChatEvent event = waiting.poll(); event != null; event = waiting.poll()) {
            batch.add(event);
            if (batch.size() == BATCH) {
                break;
            }
        }
        if (!waiting.isEmpty()) {
            schedule();
        }
        if (!batch.isEmpty()) {
            batches.accept(batch);
        }
    }
}
