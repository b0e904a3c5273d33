package ru.garnitura.sessions.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The operator's messages that have no place in the server's order yet, in the order they were written.
final class Outgoing {

    private final List<ChatMessage> messages = new ArrayList<>();
    private final List<ChatMessage> unsaved = new ArrayList<>();

    void add(ChatMessage message) {
        messages.add(message);
        unsaved.add(message);
    }

    List<ChatMessage> all() {
        return messages;
    }

    int indexOf(String key) {
        for (int i = 0; i < messages.size(); i++) {
            if (key.equals(messages.get(i).ref().key())) {
                return i;
            }
        }
        return -1;
    }

    ChatMessage apply(int index, DeliveryInput input) {
        ChatMessage message = messages.get(index).after(input);
        messages.set(index, message);
        unsaved.add(message);
        return message;
    }

    /// It has its place in the transcript now, and is saved there.
    void remove(int index) {
        ChatMessage placed = messages.remove(index);
        unsaved.removeIf(message -> Objects.equals(message.ref().key(), placed.ref().key()));
    }

    List<ChatMessage> takeUnsaved() {
        List<ChatMessage> taken = List.copyOf(unsaved);
        unsaved.clear();
        return taken;
    }
}
