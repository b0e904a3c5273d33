package ru.garnitura.backoffice.chat;

import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.store.Row;
import ru.garnitura.backoffice.store.Tx;

/// The logs of sessions: append only, numbered without gaps.
public final class SessionLog {
    private final ChatFeed feed;

    SessionLog(ChatFeed feed) {
        this.feed = feed;
    }

    /// Writes the next event and tells it after the commit.
    ///
    /// @param made gives the event its number
    <E extends SessionEvent> E append(Tx tx, ChatSession session, @Nullable String owner, LongFunction<E> made) {
        long seq = tx.number("SELECT last_seq AS n FROM session WHERE id = ?", session.id()) + 1;
        E event = made.apply(seq);
        tx.update("UPDATE session SET last_seq = ?, rev = rev + 1 WHERE id = ?", seq, session.id());
        switch (event) {
            case SessionEvent.Message m -> insert(tx, session, m, new Rest("msg", m.key(), m.name(), m.text(), null, 0));
            case SessionEvent.Receipt r ->
                insert(tx, session, r, new Rest("receipt", null, null, null, r.kind(), r.upto()));
            case SessionEvent.Note n -> insert(tx, session, n, new Rest("note", null, n.name(), null, n.kind(), 0));
        }
        tx.afterCommit(() -> feed.appended(session.id(), owner, event));
        return event;
    }

    /// Tells the whole past to a new owner, after the commit.
    void replay(Tx tx, String session, String owner) {
        List<SessionEvent> past = after(tx, session, 0, Integer.MAX_VALUE);
        tx.afterCommit(() -> feed.replay(owner, session, past));
    }

    private static void insert(Tx tx, ChatSession session, SessionEvent event, Rest rest) {
        tx.update(
                """
                INSERT INTO session_event(session, seq, kind, event_key, author, name, text, detail, upto, at)
                VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                session.id(),
                event.seq(),
                rest.kind,
                rest.key,
                event.by(),
                rest.name,
                rest.text,
                rest.detail,
                rest.upto,
                event.at());
    }

    public static List<SessionEvent> after(Tx tx, String session, long seq, int limit) {
        return tx.list(
                SessionLog::event,
                "SELECT * FROM session_event WHERE session = ? AND seq > ? ORDER BY seq LIMIT ?",
                session,
                seq,
                limit);
    }

    static Optional<SessionEvent.Message> byKey(Tx tx, String session, String key) {
        return tx.first(
                SessionLog::message, "SELECT * FROM session_event WHERE session = ? AND event_key = ?", session, key);
    }

    /// The last message of one side within the bounds, 0 where there is none.
    static long lastMessage(Tx tx, String session, boolean customers, long above, long upto) {
        return tx.number(
                "SELECT COALESCE(MAX(seq), 0) AS n FROM session_event WHERE session = ? AND kind = 'msg'"
                        + " AND seq > ? AND seq <= ? AND author " + (customers ? "= 'customer'" : "<> 'customer'"),
                session,
                above,
                upto);
    }

    private static SessionEvent event(Row row) {
        return switch (row.text("kind")) {
            case "msg" -> message(row);
            case "receipt" ->
                new SessionEvent.Receipt(
                        row.number("seq"),
                        row.text("detail"),
                        row.number("upto"),
                        row.text("author"),
                        row.time("at"));
            case "note" ->
                new SessionEvent.Note(
                        row.number("seq"),
                        row.text("detail"),
                        row.text("author"),
                        row.textOrNull("name"),
                        row.time("at"));
            default -> throw new IllegalStateException("unknown kind of event " + row.text("kind"));
        };
    }

    private static SessionEvent.Message message(Row row) {
        return new SessionEvent.Message(
                row.number("seq"),
                messageId(row.text("session"), row.number("seq")),
                row.text("event_key"),
                row.text("author"),
                row.textOrNull("name"),
                row.text("text"),
                row.time("at"));
    }

    static String messageId(String session, long seq) {
        return "m-" + session.substring(2) + "-" + seq;
    }

    private record Rest(
            String kind,
            @Nullable String key,
            @Nullable String name,
            @Nullable String text,
            @Nullable String detail,
            long upto) {}
}
