package ru.garnitura.sessions.chat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ru.garnitura.sessions.session.SessionId;

/// One chat: what was said in server order, exactly once, and behind it what is still on its way. FX lane.
///
/// Events are applied without gaps: one that comes early is held until those before it are here, so the order on the
/// screen never has to be taken back.
public final class ChatConversation {

    /// Events held beyond a gap; those farther away are dropped and asked for again when the gap has closed.
    static final int MOST_HELD = 2_000;

    private final SessionId session;
    private final Transcript transcript = new Transcript();
    private final Outgoing outgoing = new Outgoing();
    private final Set<String> knownIds = new HashSet<>();
    private final TreeMap<Long, ChatEvent.Sequenced> held = new TreeMap<>();
    private long applied;
    private long seen;
    private int unread;
    private @Nullable Instant waitingSince;
    private final ChangedRows changed = new ChangedRows();

    public ChatConversation(SessionId session) {
        this.session = session;
    }

    /// The conversation as it was stored.
    public static ChatConversation restored(StoredChat stored) {
        ChatConversation conversation = new ChatConversation(stored.session().id());
        conversation.applied = stored.applied();
        conversation.seen = stored.seen();
        for (ChatMessage message : stored.messages()) {
            if (message.seq() > 0) {
                conversation.append(message);
            } else {
                conversation.outgoing.add(message);
            }
        }
        return conversation;
    }

    public SessionId session() {
        return session;
    }

    /// Takes an event of the back office, in whatever order and however often it comes.
    public Reception receive(ChatEvent.Sequenced event) {
        if (event.seq() <= applied || held.containsKey(event.seq())) {
            return new Reception.Duplicate();
        }
        held.put(event.seq(), event);
        List<ChatMessage> messages = new ArrayList<>();
        for (var next = held.get(applied + 1); next != null; next = held.get(applied + 1)) {
            held.remove(next.seq());
            applied = next.seq();
            apply(next, messages);
        }
        if (held.size() > MOST_HELD) {
            held.pollLastEntry();
        }
        return event.seq() <= applied ? new Reception.Applied(messages) : new Reception.Held(gap().orElseThrow());
    }

    /// What is missing before the first event held.
    public Optional<Gap> gap() {
        return held.isEmpty() ? Optional.empty() : Optional.of(new Gap(applied + 1, held.firstKey() - 1));
    }

    /// Puts a message of the operator's behind all others, on its way.
    public void send(ChatMessage message) {
        changed.from(rowCount());
        outgoing.add(message);
    }

    /// Tells what became of a message on its way; nothing when it is no longer.
    public Optional<ChatMessage> deliver(String key, DeliveryInput input) {
        int index = outgoing.indexOf(key);
        if (index < 0) {
            return Optional.empty();
        }
        changed.from(transcript.size() + index);
        return Optional.of(outgoing.apply(index, input));
    }

    /// All rows: server order first, then what is on its way.
    public List<ChatMessage> messages() {
        List<ChatMessage> rows = new ArrayList<>(rowCount());
        rows.addAll(transcript.from(0));
        rows.addAll(outgoing.all());
        return rows;
    }

    /// The rows from `index` on.
    public List<ChatMessage> messagesFrom(int index) {
        List<ChatMessage> rows = new ArrayList<>(transcript.from(Math.min(index, transcript.size())));
        int skipped = Math.max(0, index - transcript.size());
        rows.addAll(outgoing.all().subList(Math.min(skipped, outgoing.all().size()), outgoing.all().size()));
        return rows;
    }

    public int rowCount() {
        return transcript.size() + outgoing.all().size();
    }

    /// The first row changed since the last call, or [#rowCount] where nothing did.
    public int takeFirstChanged() {
        return Math.min(changed.take(), rowCount());
    }

    /// Messages whose stored form is out of date since the last call.
    public List<ChatMessage> takeUnsaved() {
        List<ChatMessage> unsaved = new ArrayList<>(transcript.takeUnsaved());
        unsaved.addAll(outgoing.takeUnsaved());
        return unsaved;
    }

    /// The operator has all of it before his eyes. Returns whether that is news.
    public boolean markSeen() {
        boolean news = unread > 0 || seen < applied;
        unread = 0;
        seen = applied;
        return news;
    }

    public long applied() {
        return applied;
    }

    public long seen() {
        return seen;
    }

    public int unread() {
        return unread;
    }

    /// The first customer's message without an answer. A message on its way is no answer yet.
    public @Nullable Instant waitingSince() {
        return waitingSince;
    }

    public Optional<ChatMessage> last() {
        return rowCount() == 0 ? Optional.empty() : Optional.of(messagesFrom(rowCount() - 1).getFirst());
    }

    private void apply(ChatEvent.Sequenced event, List<ChatMessage> messages) {
        switch (event) {
            case ChatEvent.Arrived arrived -> takeIn(arrived.message(), messages);
            case ChatEvent.Receipt receipt -> changed.from(transcript.apply(receipt));
            case ChatEvent.Skipped ignored -> { }
        }
    }

    private void takeIn(ChatMessage message, List<ChatMessage> messages) {
        String id = message.ref().id();
        if (id != null && knownIds.contains(id)) {
            return;
        }
        String key = message.ref().key();
        int mine = key == null ? -1 : outgoing.indexOf(key);
        if (mine >= 0) {
            outgoing.remove(mine);
        }
        changed.from(transcript.size());
        append(message);
        transcript.markUnsaved(message);
        messages.add(message);
    }

    private void append(ChatMessage message) {
        String id = message.ref().id();
        if (id != null) {
            knownIds.add(id);
        }
        transcript.append(message);
        switch (message.author().side()) {
            case CUSTOMER -> {
                waitingSince = waitingSince == null ? message.at() : waitingSince;
                unread += message.seq() > seen ? 1 : 0;
            }
            case OPERATOR -> waitingSince = null;
            case SYSTEM -> { }
        }
    }
}
