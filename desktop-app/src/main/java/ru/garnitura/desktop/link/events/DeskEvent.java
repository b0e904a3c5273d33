package ru.garnitura.desktop.link.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.garnitura.desktop.link.policy.DeskPolicy;

/// News for the desk as a whole, apart from chats.
public sealed interface DeskEvent {

    /// How many customers wait in chat queues.
    record Queues(List<Figure> figures) implements DeskEvent {

        public Queues {
            figures = List.copyOf(figures);
        }

        /// @param oldest since when the longest waiting one waits; null where nobody does
        public record Figure(String queue, int waiting, @Nullable Instant oldest) {
        }
    }

    /// The state the back office holds for this operator: at each connection, and when it changed it itself.
    ///
    /// @param ready  false = NotReady
    /// @param reason code, empty while ready
    record OperatorStateHeld(boolean ready, String reason, Instant since) implements DeskEvent {
    }

    /// The policy of now, after a start off line with the one of then.
    record PolicyCame(DeskPolicy policy) implements DeskEvent {
    }

    /// A line of the lead's to all operators.
    record Broadcast(String from, String text, Instant at) implements DeskEvent {
    }
}
