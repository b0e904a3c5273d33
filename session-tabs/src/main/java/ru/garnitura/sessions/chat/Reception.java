package ru.garnitura.sessions.chat;

import java.util.List;

/// What came of receiving an event.
public sealed interface Reception {

    /// It, and those that had waited for it, took their places in the order.
    ///
    /// @param messages new ones, in server order
    record Applied(List<ChatMessage> messages) implements Reception {
        public Applied {
            messages = List.copyOf(messages);
        }
    }

    /// It was here already.
    record Duplicate() implements Reception {}

    /// It waits for those before it.
    record Held(Gap gap) implements Reception {}
}
