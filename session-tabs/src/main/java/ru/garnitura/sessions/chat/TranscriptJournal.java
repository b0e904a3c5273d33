package ru.garnitura.sessions.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.sessions.session.SessionId;

/// Writes what changed to disk, and acknowledges to the back office what is written: acknowledged implies durable.
/// Changes are written in the order they were given, those that wait in one transaction; what fails is written again with
/// the next.
final class TranscriptJournal {

    private static final Logger LOG = LoggerFactory.getLogger(TranscriptJournal.class);

    private final TranscriptStore store;
    private final ChatTransport transport;
    private final Executor io;
    private final Consumer<Boolean> healthy;
    private final Map<SessionId, Long> committed = new ConcurrentHashMap<>();
    private final AtomicLong committedInbox = new AtomicLong();
    private final Queue<TranscriptStore.Change> waiting = new ConcurrentLinkedQueue<>();
    private final List<TranscriptStore.Change> unwritten = new ArrayList<>();

    /// @param io runs tasks one after another
    /// @param healthy told on the I/O lane after each attempt whether the disk did its part
    TranscriptJournal(TranscriptStore store, ChatTransport transport, Executor io, Consumer<Boolean> healthy) {
        this.store = store;
        this.transport = transport;
        this.io = io;
        this.healthy = healthy;
    }

    /// What was on disk at the start.
    void restored(List<StoredChat> chats, long inbox) {
        chats.forEach(chat -> committed.put(chat.session().id(), chat.applied()));
        committedInbox.set(inbox);
    }

    /// Any thread.
    void write(TranscriptStore.Change change) {
        waiting.add(change);
        io.execute(this::writeAll);
    }

    /// Writes again what could not be written.
    void retry() {
        io.execute(this::writeAll);
    }

    Map<SessionId, Long> committed() {
        return Map.copyOf(committed);
    }

    long committedInbox() {
        return committedInbox.get();
    }

    private void writeAll() {
        for (var change = waiting.poll(); change != null; change = waiting.poll()) {
            unwritten.add(change);
        }
        if (unwritten.isEmpty()) {
            return;
        }
        try {
            store.save(unwritten);
            unwritten.forEach(this::acknowledge);
            unwritten.clear();
            healthy.accept(true);
        } catch (ChatStoreException broken) {
            LOG.warn("Chats are not written to disk, {} changes wait", unwritten.size(), broken);
            healthy.accept(false);
        }
    }

    private void acknowledge(TranscriptStore.Change change) {
        for (StoredChat chat : change.chats()) {
            SessionId session = chat.session().id();
            Long before = committed.put(session, chat.applied());
            if (before == null || before < chat.applied()) {
                transport.acknowledge(session, chat.applied());
            }
        }
        change.gone().forEach(committed::remove);
        if (change.inbox() > committedInbox.get()) {
            committedInbox.set(change.inbox());
            transport.acknowledgeInbox(change.inbox());
        }
    }
}
