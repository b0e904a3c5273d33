package ru.garnitura.desktop.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import ru.garnitura.sessions.chat.Author;
import ru.garnitura.sessions.chat.ChatEvent;
import ru.garnitura.sessions.chat.ChatMessage;
import ru.garnitura.sessions.chat.ChatTransport;
import ru.garnitura.sessions.session.Channel;
import ru.garnitura.sessions.session.SessionId;
import ru.garnitura.sessions.session.SessionOrigin;

/// A back office that sends a thousand events a second to six chats, half of them to the first: messages, and customers
/// who are writing. What the desk has on its disk it hears, as the real one does.
final class BusyBackOffice implements ChatTransport {

    static final int PER_SECOND = 1_000;
    private static final int CHATS = 6;
    private static final int PATIENCE_S = 30;
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final CompletableFuture<Consumer<ChatEvent>> listening = new CompletableFuture<>();
    private final Map<SessionId, Long> acknowledged = new ConcurrentHashMap<>();
    private final Map<SessionId, Long> sent = new ConcurrentHashMap<>();

    private static SessionId chat(int number) {
        return new SessionId("s-" + number);
    }

    private Consumer<ChatEvent> desk() {
        return listening.orTimeout(PATIENCE_S, TimeUnit.SECONDS).join();
    }

    /// Gives the operator the chats.
    void assign() {
        for (int number = 0; number < CHATS; number++) {
            var party = new SessionOrigin.Party("Visitor " + number, "", null);
            desk().accept(new ChatEvent.Assigned(chat(number), number + 1, new SessionOrigin(Channel.SITE, party, "", START)));
        }
    }

    /// Sends evenly for that long; returns with the last event.
    void send(Duration time) {
        long began = System.nanoTime();
        long events = time.toSeconds() * PER_SECOND;
        for (int event = 0; event < events; event++) {
            long due = began + event * (1_000_000_000L / PER_SECOND);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            SessionId chat = chat(event % 2 == 0 ? 0 : event % CHATS);
            desk().accept(event % 4 == 3 ? new ChatEvent.Typing(chat, Duration.ofSeconds(3)) : message(chat));
        }
    }

    private ChatEvent message(SessionId chat) {
        long seq = sent.merge(chat, 1L, Long::sum);
        var ref = new ChatMessage.Ref("m-" + chat.value() + "-" + seq, null, seq);
        return new ChatEvent.Arrived(chat, ChatMessage.received(ref, new Author(Author.Side.CUSTOMER, ""),
                "Message " + seq + ": the router's lamp is red, and has been since this morning", START.plusSeconds(seq)));
    }

    /// How many messages the first chat was sent.
    long messages() {
        return sent.getOrDefault(chat(0), 0L);
    }

    /// Whether the desk has every message of every chat on its disk.
    boolean hasEverything() {
        return acknowledged.equals(sent);
    }

    @Override
    public void listen(Consumer<ChatEvent> listener) {
        listening.complete(listener);
    }

    @Override
    public void acknowledge(SessionId session, long seq) {
        if (seq > 0) {
            acknowledged.merge(session, seq, Math::max);
        }
    }

    @Override
    public void accept(SessionId session) {
        // they are assigned already
    }

    @Override
    public void refuse(SessionId session) {
        // they stay
    }

    @Override
    public void send(SessionId session, String key, String text) {
        // nobody reads it
    }

    @Override
    public void close(SessionId session) {
        // they stay
    }

    @Override
    public void typing(SessionId session) {
        // nobody sees it
    }

    @Override
    public void readUpTo(SessionId session, long seq) {
        // nobody asks
    }

    @Override
    public void acknowledgeInbox(long inbox) {
        // nothing is sent again
    }

    @Override
    public void requestGap(SessionId session, long from, long to) {
        throw new IllegalStateException("nothing was left out: " + session + " " + from + "-" + to);
    }

    @Override
    public void requestAfter(SessionId session, long seq) {
        // what is sent is all there is
    }
}
