package ru.garnitura.sessions.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// The messages that have their place, in server order.
final class Transcript {

    private final List<ChatMessage> messages = new ArrayList<>();
    private final TreeMap<Long, ChatMessage> unsaved = new TreeMap<>();
    private int delivered;
    private int read;

    void append(ChatMessage message) {
        messages.add(message);
    }

    int size() {
        return messages.size();
    }

    /// A copy of the messages from `index` on.
    List<ChatMessage> from(int index) {
        return List.copyOf(messages.subList(index, messages.size()));
    }

    /// Moves the operator's messages up to the receipt's mark on; returns the first row changed. Each message is
    /// passed once for each kind of receipt, however long the conversation.
    int apply(ChatEvent.Receipt receipt) {
        return switch (receipt.kind()) {
            case DELIVERED -> {
                int first = delivered;
                delivered = advance(first, receipt.upTo(), DeliveryInput.DELIVER);
                yield first;
            }
            case READ -> {
                int first = read;
                read = advance(first, receipt.upTo(), DeliveryInput.READ);
                delivered = Math.max(delivered, read);
                yield first;
            }
        };
    }

    private int advance(int from, long upTo, DeliveryInput input) {
        int index = from;
        while (index < messages.size() && messages.get(index).seq() <= upTo) {
            ChatMessage message = messages.get(index);
            ChatMessage moved = message.isFrom(Author.Side.OPERATOR) ? message.after(input) : message;
            if (moved.delivery() != message.delivery()) {
                messages.set(index, moved);
                markUnsaved(moved);
            }
            index++;
        }
        return index;
    }

    void markUnsaved(ChatMessage message) {
        unsaved.put(message.seq(), message);
    }

    List<ChatMessage> takeUnsaved() {
        List<ChatMessage> taken = List.copyOf(unsaved.values());
        unsaved.clear();
        return taken;
    }
}
