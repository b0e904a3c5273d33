package ru.garnitura.sessions.chat;

import java.util.function.Consumer;
import ru.garnitura.sessions.session.SessionId;

/// The way chats take to and from the back office, fulfilled by the desktop. Durable verbs (`accept`, `refuse`,
/// `send`, `close`) go through the outbox and survive a crash; they are called on the I/O lane, may block on the
/// local disk and never on the network. The others are hints, dropped while there is no line.
public interface ChatTransport {

    /// Where events go, on any thread, in the order they came; the listener only enqueues. Called once, when what was
    /// on the desk has been read: only from then on is it known where the event socket resumes.
    void listen(Consumer<ChatEvent> listener);

    void accept(SessionId session);

    void refuse(SessionId session);

    /// Hands a message to the outbox. Sending the same key again has no second effect.
    void send(SessionId session, String key, String text);

    void close(SessionId session);

    /// The operator is writing; at most every few seconds.
    void typing(SessionId session);

    /// The operator has seen the customer's messages up to `seq`.
    void readUpTo(SessionId session, long seq);

    /// Everything up to `seq` is in the local database; cumulative.
    void acknowledge(SessionId session, long seq);

    /// Every inbox event up to `inbox` is in the local database; cumulative.
    void acknowledgeInbox(long inbox);

    /// Asks again for the events `from..to` of a session; they come through the listener.
    void requestGap(SessionId session, long from, long to);

    /// Asks for everything of a session after `seq`, such as the transcript of a chat just assigned.
    void requestAfter(SessionId session, long seq);
}
