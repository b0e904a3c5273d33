package ru.garnitura.sessions.chat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Where the transport's threads leave events, and the FX lane takes them in batches: one task a pulse, however many
/// come. What comes alone is taken at the next pulse. What comes faster than anybody reads is taken a few times a second,
/// and the pulses between are left to keys and to the scroll bar.
final class ChatInbox implements Consumer<ChatEvent> {

    /// Events taken at once; the rest waits.
    static final int BATCH = 2_000;
    /// For each so many events of a batch, the next one waits a pulse more.
    static final int EVENTS_A_PULSE = 4;
    /// Pulses between two batches at most: ten batches a second.
    static final int LONGEST_REST = 5;
    /// Half of a pulse; the other half is the window's.
    static final Duration LONGEST_BATCH = Duration.ofMillis(8);

    private static final int EVENTS_BETWEEN_GLANCES = 64;

    private final Queue<ChatEvent> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final Executor pulse;
    private final InstantSource clock;
    private final Consumer<Batch> batches;
    private int resting;

    /// Events of one pulse, in the order they came.
    interface Batch {

        /// The next one, or null where the batch ends.
        @Nullable ChatEvent next();
    }

    /// @param batches told on the FX lane, takes all of the batch
    ChatInbox(Executor pulse, InstantSource clock, Consumer<Batch> batches) {
        this.pulse = pulse;
        this.clock = clock;
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
            pulse.execute(this::pulsed);
        }
    }

    private void pulsed() {
        if (resting > 0) {
            resting--;
            pulse.execute(this::pulsed);
            return;
        }
        scheduled.set(false);
        if (waiting.isEmpty()) {
            return;
        }
        Slice slice = new Slice(clock.instant().plus(LONGEST_BATCH));
        try {
            batches.accept(slice);
        } finally {
            resting = Math.min(LONGEST_REST, slice.taken / EVENTS_A_PULSE);
            if (resting > 0 || !waiting.isEmpty()) {
                schedule();
            }
        }
    }

    /// What waits now, as far as there is room and time for it.
    private final class Slice implements Batch {

        private final Instant until;
        private int taken;

        Slice(Instant until) {
            this.until = until;
        }

        @Override
        public @Nullable ChatEvent next() {
            ChatEvent event = isOver() ? null : waiting.poll();
            if (event != null) {
                taken++;
            }
            return event;
        }

        private boolean isOver() {
            boolean glances = taken % EVENTS_BETWEEN_GLANCES == EVENTS_BETWEEN_GLANCES - 1;
            return taken == BATCH || (glances && !clock.instant().isBefore(until));
        }
    }
}
