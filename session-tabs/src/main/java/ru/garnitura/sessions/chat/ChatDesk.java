package ru.garnitura.sessions.chat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.sessions.session.Attention;
import ru.garnitura.sessions.session.Session;
import ru.garnitura.sessions.session.SessionId;
import ru.garnitura.sessions.session.SessionInput;
import ru.garnitura.sessions.session.SessionList;
import ru.garnitura.sessions.session.SessionState;

/// All chats on the desk: takes the back office's events, keeps conversations and the session list in step, and hands
/// the operator's verbs on. FX lane.
public final class ChatDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ChatDesk.class);
    private static final Duration GAP_PATIENCE = Duration.ofSeconds(3);
    private static final int PREVIEW_LENGTH = 120;

    private final Parts parts;
    private final Lanes lanes;
    private final TranscriptJournal journal;
    private final Map<SessionId, ChatConversation> conversations = new HashMap<>();
    private final Map<SessionId, Instant> typingUntil = new HashMap<>();
    private final Map<SessionId, Instant> gapAskedAt = new HashMap<>();
    private final Set<SessionId> changed = new LinkedHashSet<>();
    private final List<SessionId> gone = new ArrayList<>();
    private final List<Listener> listeners = new ArrayList<>();
    private long inbox;

    /// What the desk works with.
    ///
    /// @param keys makes the keys of outgoing messages
    public record Parts(
            SessionList sessions, ChatTransport transport, TranscriptStore store, DraftKeeper drafts,
            Supplier<String> keys) {}

    /// Where the desk works. `io` runs tasks one after another.
    public record Lanes(Executor fx, Executor pulse, Executor io, InstantSource clock) {}

    /// Told on the FX lane.
    public interface Listener {

        /// Rows of a conversation, its gap or its typing changed; once for each batch of events.
        default void conversationChanged(SessionId session) {}

        /// The line to the back office.
        default void onLine(boolean up) {}

        /// Whether chats reach the disk.
        default void onDisk(boolean healthy) {}
    }

    public ChatDesk(Parts parts, Lanes lanes) {
        this.parts = parts;
        this.lanes = lanes;
        this.journal = new TranscriptJournal(parts.store(), parts.transport(), lanes.io(),
                healthy -> lanes.fx().execute(() -> listeners.forEach(listener -> listener.onDisk(healthy))));
    }

    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /// Brings back what was on the desk, sends again what was on its way, and only then listens to the back office. A
    /// disk that cannot be read leaves the desk empty, and the back office tells what is on it.
    public void start(DraftStore draftStore) {
        lanes.io().execute(() -> {
            try {
                List<StoredChat> chats = parts.store().chats();
                long storedInbox = parts.store().inbox();
                Map<SessionId, Draft> drafts = draftStore.all();
                journal.restored(chats, storedInbox);
                lanes.fx().execute(() -> restore(chats, storedInbox, drafts));
            } catch (ChatStoreException broken) {
                LOG.warn("The chats of the last time cannot be read", broken);
                lanes.fx().execute(() -> listeners.forEach(listener -> listener.onDisk(false)));
            }
            lanes.fx().execute(() -> lanes.io().execute(
                    () -> parts.transport().listen(new ChatInbox(lanes.pulse(), lanes.clock(), this::receive))));
        });
    }

    public Optional<ChatConversation> conversation(SessionId session) {
        return Optional.ofNullable(conversations.get(session));
    }

    /// Whether the chat goes on, so that it can be answered and is read.
    public boolean isOpen(SessionId session) {
        return conversations.containsKey(session)
                && parts.sessions().find(session).filter(chat -> chat.state() == SessionState.OPEN).isPresent();
    }

    public void accept(SessionId session) {
        act(session, SessionInput.ACCEPT, () -> parts.transport().accept(session));
    }

    public void refuse(SessionId session) {
        act(session, SessionInput.REFUSE, () -> parts.transport().refuse(session));
    }

    /// The wrap-up is done; the chat is closed at the back office.
    public void close(SessionId session) {
        act(session, SessionInput.CLOSE, () -> parts.transport().close(session));
        parts.drafts().clear(session);
    }

    /// Sends what is not blank; on disk before the draft is deleted and before it is handed to the transport.
    public void send(SessionId session, String operator, String text) {
        ChatConversation conversation = conversations.get(session);
        if (conversation == null || text.isBlank()) {
            return;
        }
        String key = parts.keys().get();
        conversation.send(ChatMessage.outgoing(key, operator, text.strip(), lanes.clock().instant()));
        touch(session);
        flush();
        parts.drafts().clear(session);
        lanes.io().execute(() -> parts.transport().send(session, key, text.strip()));
    }

    /// Sends a message again that the back office refused.
    public void retry(SessionId session, String key) {
        conversation(session).flatMap(chat -> chat.deliver(key, DeliveryInput.RETRY)).ifPresent(message -> {
            touch(session);
            flush();
            lanes.io().execute(() -> parts.transport().send(session, key, message.text()));
        });
    }

    /// The operator writes.
    public void typing(SessionId session) {
        lanes.io().execute(() -> parts.transport().typing(session));
    }

    /// The operator has the conversation before his eyes.
    public void markSeen(SessionId session) {
        ChatConversation conversation = conversations.get(session);
        if (conversation != null && conversation.markSeen()) {
            long seen = conversation.seen();
            touch(session);
            flush();
            lanes.io().execute(() -> parts.transport().readUpTo(session, seen));
        }
    }

    /// Each second: offers expire, typing ends, gaps are asked for again, and what the disk refused is tried again.
    public void tick() {
        Instant now = lanes.clock().instant();
        for (Session session : parts.sessions().ordered()) {
            Instant ends = session.milestones().offerEndsAt();
            if (session.state() == SessionState.OFFERED && ends != null && !now.isBefore(ends)) {
                parts.sessions().apply(session.id(), SessionInput.EXPIRE, now);
                changed.add(session.id());
            }
        }
        typingUntil.entrySet().removeIf(entry -> {
            boolean over = !now.isBefore(entry.getValue());
            if (over) {
                changed.add(entry.getKey());
            }
            return over;
        });
        conversations.keySet().forEach(this::askForGap);
        flush();
        journal.retry();
    }

    /// See [ChatTransport#acknowledge]; any thread.
    public Map<SessionId, Long> committed() {
        return journal.committed();
    }

    /// See [ChatTransport#acknowledgeInbox]; any thread.
    public long committedInbox() {
        return journal.committedInbox();
    }

    private void restore(List<StoredChat> chats, long storedInbox, Map<SessionId, Draft> drafts) {
        inbox = Math.max(inbox, storedInbox);
        parts.drafts().restore(drafts);
        parts.sessions().together(() -> chats.forEach(this::restore));
    }

    private void restore(StoredChat stored) {
        SessionId session = stored.session().id();
        ChatConversation conversation = ChatConversation.restored(stored);
        conversations.put(session, conversation);
        parts.sessions().put(stored.session());
        conversation.takeUnsaved();
        for (ChatMessage message : conversation.messages()) {
            String key = message.ref().key();
            if (message.delivery() == DeliveryState.PENDING && key != null) {
                lanes.io().execute(() -> parts.transport().send(session, key, message.text()));
            }
        }
        refresh(session);
        tell(session);
    }

    /// The list is told of all of it once, when rows and marks are up to date.
    private void receive(ChatInbox.Batch batch) {
        parts.sessions().together(() -> {
            for (ChatEvent event = batch.next(); event != null; event = batch.next()) {
                take(event);
            }
            flush();
        });
    }

    private void take(ChatEvent event) {
        switch (event) {
            case ChatEvent.Inbox news -> takeInbox(news);
            case ChatEvent.Sequenced sequenced -> takeSequenced(sequenced);
            case ChatEvent.Typing typing -> {
                typingUntil.put(typing.session(), lanes.clock().instant().plus(typing.lasts()));
                touch(typing.session());
            }
            case ChatEvent.SendConfirmed confirmed ->
                deliver(confirmed.session(), confirmed.key(), DeliveryInput.CONFIRM);
            case ChatEvent.SendRefused refused -> deliver(refused.session(), refused.key(), DeliveryInput.REFUSE);
            case ChatEvent.Link.Down ignored -> listeners.forEach(listener -> listener.onLine(false));
            case ChatEvent.Link.Resumed ignored -> listeners.forEach(listener -> listener.onLine(true));
            case ChatEvent.Link.Reset reset -> {
                forgetAllBut(reset.owned());
                listeners.forEach(listener -> listener.onLine(true));
            }
        }
    }

    private void takeInbox(ChatEvent.Inbox event) {
        SessionId session = event.session();
        SessionList sessions = parts.sessions();
        switch (event) {
            case ChatEvent.Offered offered -> {
                if (sessions.find(session).isEmpty()) {
                    sessions.put(Session.offered(session, offered.origin(), offered.until()));
                }
            }
            case ChatEvent.Assigned assigned -> assign(assigned);
            case ChatEvent.Revoked ignored -> sessions.apply(session, SessionInput.REVOKE, lanes.clock().instant());
            case ChatEvent.Closed ignored -> sessions.apply(session, SessionInput.END, lanes.clock().instant());
        }
        inbox = Math.max(inbox, event.inbox());
        changed.add(session);
    }

    private void assign(ChatEvent.Assigned event) {
        SessionId session = event.session();
        SessionList sessions = parts.sessions();
        if (sessions.find(session).isEmpty()) {
            sessions.put(Session.offered(session, event.origin(), null));
        } else {
            sessions.change(session, known -> isNamed(known) ? known : known.with(event.origin()));
        }
        sessions.apply(session, SessionInput.ASSIGN, lanes.clock().instant());
        long after = conversations.computeIfAbsent(session, ChatConversation::new).applied();
        lanes.io().execute(() -> parts.transport().requestAfter(session, after));
    }

    /// Whether the card has told who it is, which the event may know less well.
    private static boolean isNamed(Session known) {
        return known.origin().party().customer() != null;
    }

    private void takeSequenced(ChatEvent.Sequenced event) {
        SessionId session = event.session();
        ChatConversation conversation = conversations.computeIfAbsent(session, ChatConversation::new);
        switch (conversation.receive(event)) {
            case Reception.Applied applied -> {
                if (applied.messages().stream().anyMatch(message -> message.isFrom(Author.Side.CUSTOMER))) {
                    typingUntil.remove(session);
                }
                touch(session);
            }
            case Reception.Held ignored -> askForGap(session);
            case Reception.Duplicate ignored -> { }
        }
    }

    private void deliver(SessionId session, String key, DeliveryInput input) {
        conversation(session).flatMap(chat -> chat.deliver(key, input)).ifPresent(message -> touch(session));
    }

    /// Once for each gap, and again when it stays.
    private void askForGap(SessionId session) {
        Optional<Gap> gap = conversation(session).flatMap(ChatConversation::gap);
        if (gap.isEmpty()) {
            gapAskedAt.remove(session);
            return;
        }
        Instant now = lanes.clock().instant();
        Instant asked = gapAskedAt.get(session);
        if (asked == null || Duration.between(asked, now).compareTo(GAP_PATIENCE) >= 0) {
            gapAskedAt.put(session, now);
            Gap missing = gap.get();
            lanes.io().execute(() -> parts.transport().requestGap(session, missing.from(), missing.to()));
            touch(session);
        }
    }

    private void act(SessionId session, SessionInput input, Runnable verb) {
        SessionState before = parts.sessions().find(session).map(Session::state).orElse(SessionState.LOST);
        if (before.next(input) != before) {
            parts.sessions().apply(session, input, lanes.clock().instant());
            touch(session);
            flush();
            lanes.io().execute(verb);
        }
    }

    private void forgetAllBut(Set<SessionId> owned) {
        for (SessionId session : new HashSet<>(conversations.keySet())) {
            if (!owned.contains(session)) {
                parts.sessions().apply(session, SessionInput.REVOKE, lanes.clock().instant());
                changed.add(session);
            }
        }
    }

    private void touch(SessionId session) {
        changed.add(session);
    }

    /// Brings the list, the disk and the listeners up to date with what changed.
    private void flush() {
        if (changed.isEmpty()) {
            return;
        }
        List<SessionId> touched = List.copyOf(changed);
        changed.clear();
        touched.forEach(this::refresh);
        List<StoredChat> chats = touched.stream().flatMap(id -> toStore(id).stream()).toList();
        journal.write(new TranscriptStore.Change(chats, gone, inbox));
        gone.clear();
        touched.forEach(this::tell);
    }

    private void refresh(SessionId id) {
        ChatConversation conversation = conversations.get(id);
        if (parts.sessions().find(id).isEmpty()) {
            conversations.remove(id);
            gapAskedAt.remove(id);
            typingUntil.remove(id);
            gone.add(id);
        } else if (conversation != null) {
            Attention attention = new Attention(
                    conversation.waitingSince(), conversation.unread(), typingUntil.containsKey(id));
            parts.sessions().change(id, session -> session.with(attention).withPreview(preview(conversation)));
        }
    }

    private static String preview(ChatConversation conversation) {
        String text = conversation.last().map(ChatMessage::text).orElse("");
        return text.length() <= PREVIEW_LENGTH ? text : text.substring(0, PREVIEW_LENGTH);
    }

    private Optional<StoredChat> toStore(SessionId id) {
        return parts.sessions().find(id).map(session -> {
            ChatConversation chat = conversations.computeIfAbsent(id, ChatConversation::new);
            return new StoredChat(session, chat.applied(), chat.seen(), chat.takeUnsaved());
        });
    }

    private void tell(SessionId session) {
        listeners.forEach(listener -> listener.conversationChanged(session));
    }
}
