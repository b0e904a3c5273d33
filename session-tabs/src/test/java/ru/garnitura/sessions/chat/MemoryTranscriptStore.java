package ru.garnitura.sessions.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ru.garnitura.sessions.session.SessionId;

/// Chats on a disk that can be broken.
public final class MemoryTranscriptStore implements TranscriptStore {

    private final Map<SessionId, StoredChat> chats = new LinkedHashMap<>();
    private long inbox;
    private boolean broken;
    private int saves;

    public synchronized void breakDisk(boolean isBroken) {
        broken = isBroken;
    }

    @Override
    public synchronized List<StoredChat> chats() {
        return List.copyOf(chats.values());
    }

    @Override
    public synchronized long inbox() {
        return inbox;
    }

    @Override
    public synchronized void save(List<Change> changes) {
        if (broken) {
            throw new ChatStoreException("Saving chats", new IllegalStateException("disk full"));
        }
        saves++;
        changes.forEach(this::save);
    }

    /// How often something was written.
    public synchronized int saves() {
        return saves;
    }

    private void save(Change change) {
        change.chats().forEach(this::merge);
        change.gone().forEach(chats::remove);
        inbox = change.inbox();
    }

    private void merge(StoredChat chat) {
        List<ChatMessage> messages = new ArrayList<>();
        StoredChat before = chats.get(chat.session().id());
        if (before != null) {
            before.messages().stream()
                    .filter(old -> chat.messages().stream().noneMatch(message -> replaces(message, old)))
                    .forEach(messages::add);
        }
        messages.addAll(chat.messages());
        messages.sort(Comparator.comparingLong(m -> m.seq() == 0 ? Long.MAX_VALUE : m.seq()));
        chats.put(chat.session().id(), new StoredChat(chat.session(), chat.applied(), chat.seen(), messages));
    }

    private static boolean replaces(ChatMessage message, ChatMessage old) {
        return old.seq() > 0 ? message.seq() == old.seq() : Objects.equals(message.ref().key(), old.ref().key());
    }
}
