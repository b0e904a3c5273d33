package ru.garnitura.backoffice.chat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One entry in the log of a session. `seq` has no gaps and is the same for both sides; `by` is [#CUSTOMER] or an
/// operator's id.
public sealed interface SessionEvent {
    /// The author where the customer did it.
    String CUSTOMER = "customer";

    long seq();

    Instant at();

    String by();

    /// @param key made by the sender, unique in the session
    /// @param name the operator's name as the customer sees it; null for the customer's own
    record Message(long seq, String id, String key, String by, @Nullable String name, String text, Instant at)
            implements SessionEvent {}

    /// Everything the other side wrote up to `upto` has arrived or was read.
    ///
    /// @param kind `delivered` or `read`
    record Receipt(long seq, String kind, long upto, String by, Instant at) implements SessionEvent {}

    /// @param kind `assigned`, `requeued`, `left` or `closed`
    record Note(long seq, String kind, String by, @Nullable String name, Instant at) implements SessionEvent {}
}
