package ru.garnitura.backoffice.chat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.signin.Operator;
import ru.garnitura.backoffice.store.Store;
import ru.garnitura.backoffice.store.Tx;

/// What both sides do in a session: write, receive, read, type, leave.
public final class Conversations {
    /// Longest message, characters.
    public static final int MAX_TEXT = 4000;

    private final Store store;
    private final InstantSource clock;
    private final ChatFeed feed;
    private final SessionLog log;
    private final Dispatcher dispatcher;

    Conversations(Store store, InstantSource clock, ChatFeed feed, SessionLog log, Dispatcher dispatcher) {
        this.store = store;
        this.clock = clock;
        this.feed = feed;
        this.log = log;
        this.dispatcher = dispatcher;
    }

    /// The customer writes; the first message brings the session into the queue.
    ///
    public Written customerWrites(String session, String key, String text) {
        return store.write(tx -> {
            ChatSession now = Sessions.byId(tx, session).orElseThrow();
            Optional<SessionEvent.Message> there = SessionLog.byKey(tx, session, key);
            if (there.isPresent()) {
                return new Written.Before(there.get());
            }
            return now.state() == SessionState.CLOSED
                    ? new Written.Refused()
                    : new Written.Now(customerWrites(tx, now, key, text));
        });
    }

    /// What became of a customer's message.
    public sealed interface Written {
        /// Stored by this call; it goes to everybody over the feed.
        record Now(SessionEvent.Message message) implements Written {}

        /// Stored by an earlier call with the same key.
        record Before(SessionEvent.Message message) implements Written {}

        /// The session is closed.
        record Refused() implements Written {}
    }

    private SessionEvent.Message customerWrites(Tx tx, ChatSession session, String key, String text) {
        Instant at = clock.instant();
        SessionState next = SessionState.next(session.state(), SessionState.Input.WRITE);
        tx.update(
                "UPDATE session SET state = ?, waiting_since = COALESCE(waiting_since, ?), last_text = ? WHERE id = ?",
                next.code(),
                at,
                text,
                session.id());
        SessionEvent.Message message = log.append(
                tx,
                session,
                assignedTo(session),
                seq -> new SessionEvent.Message(
                        seq, SessionLog.messageId(session.id(), seq), key, SessionEvent.CUSTOMER, null, text, at));
        if (next == SessionState.WAITING) {
            dispatcher.dispatch(tx);
        }
        return message;
    }

    /// The owner writes. The caller has checked that the operator is the owner.
    SessionEvent.Message operatorWrites(Tx tx, Operator operator, ChatSession session, String key, String text) {
        Optional<SessionEvent.Message> there = SessionLog.byKey(tx, session.id(), key);
        if (there.isPresent()) {
            return there.get();
        }
        tx.update("UPDATE session SET waiting_since = NULL, last_text = ? WHERE id = ?", text, session.id());
        return log.append(
                tx,
                session,
                operator.id(),
                seq -> new SessionEvent.Message(
                        seq,
                        SessionLog.messageId(session.id(), seq),
                        key,
                        operator.id(),
                        operator.firstName(),
                        text,
                        clock.instant()));
    }

    /// The customer's page has, or the customer has read, everything up to `upto`.
    public void customerHas(String session, Receipt kind, long upto) {
        store.write(tx -> {
            Sessions.byId(tx, session)
                    .ifPresent(now -> receipt(tx, now, SessionEvent.CUSTOMER, kind, upto));
            return session;
        });
    }

    /// The owner's desk has, or the owner has read, everything up to `upto`; anybody else's word is ignored.
    ///
    /// @return whether it was the owner's
    public boolean operatorHas(String operator, String session, Receipt kind, long upto) {
        return store.write(tx -> {
            Optional<ChatSession> mine = Sessions.byId(tx, session).filter(now -> operator.equals(assignedTo(now)));
            mine.ifPresent(now -> receipt(tx, now, operator, kind, upto));
            return mine.isPresent();
        });
    }

    /// What a receipt says.
    public enum Receipt {
        DELIVERED("delivered"),
        READ("read");

        private final String code;

        Receipt(String code) {
            this.code = code;
        }
    }

    private void receipt(Tx tx, ChatSession session, String by, Receipt kind, long upto) {
        boolean customer = by.equals(SessionEvent.CUSTOMER);
        String column = (customer ? "customer_" : "operator_") + kind.code;
        long before = tx.number("SELECT " + column + " AS n FROM session WHERE id = ?", session.id());
        long reached = SessionLog.lastMessage(tx, session.id(), !customer, before, upto);
        if (reached == 0) {
            return;
        }
        tx.update("UPDATE session SET " + column + " = ? WHERE id = ?", reached, session.id());
        log.append(
                tx,
                session,
                assignedTo(session),
                seq -> new SessionEvent.Receipt(seq, kind.code, reached, by, clock.instant()));
    }

    /// @param author [SessionEvent#CUSTOMER] or the operator, who must be the owner
    public void types(String session, String author) {
        store.read(tx -> Sessions.byId(tx, session))
                .filter(now -> author.equals(SessionEvent.CUSTOMER) || author.equals(assignedTo(now)))
                .ifPresent(now -> feed.typing(session, assignedTo(now), author));
    }

    /// The customer's page came or went.
    public void customerOnline(String session, boolean online) {
        store.read(tx -> Sessions.byId(tx, session))
                .ifPresent(now -> feed.presence(session, assignedTo(now), online));
    }

    /// The customer ends the chat: out of the queue at once; with an owner, the owner is told and wraps up.
    public void customerLeaves(String session) {
        store.write(tx -> {
            Sessions.byId(tx, session)
                    .filter(now -> now.state() != SessionState.CLOSED)
                    .ifPresent(now -> leave(tx, now));
            return session;
        });
    }

    private void leave(Tx tx, ChatSession session) {
        boolean assigned = session.state() == SessionState.ASSIGNED;
        log.append(
                tx,
                session,
                assignedTo(session),
                seq -> new SessionEvent.Note(
                        seq, assigned ? "left" : "closed", SessionEvent.CUSTOMER, null, clock.instant()));
        if (!assigned) {
            dispatcher.withdraw(tx, session);
        }
    }

    private static @Nullable String assignedTo(ChatSession session) {
        return session.state() == SessionState.ASSIGNED ? session.place().owner() : null;
    }
}
