package ru.garnitura.desktop.link.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ru.garnitura.sessions.chat.ChatEvent;

/// Hands events to the feature in one order, whoever brings them; keeps those that come before it listens. The listener
/// only enqueues, so it is called under the lock that makes the order.
final class EventOutlet {

    private final List<ChatEvent> early = new ArrayList<>();
    private @Nullable Consumer<ChatEvent> listener;

    synchronized void listen(Consumer<ChatEvent> given) {
        listener = given;
        early.forEach(given);
        early.clear();
    }

    synchronized void emit(ChatEvent event) {
        if (listener == null) {
            early.add(event);
        } else {
            listener.accept(event);
        }
    }
}
