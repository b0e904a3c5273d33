package ru.garnitura.backoffice.chat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.desk.DeskSetup;
import ru.garnitura.backoffice.desk.OperatorState;
import ru.garnitura.backoffice.signin.Operators;
import ru.garnitura.backoffice.store.Tx;

/// Brings waiting sessions to operators: who has waited longest, to the ready operator with the fewest chats.
///
/// An offer nobody answers goes on to the next; an operator who misses several in a row is set not ready. An owner
/// without a socket loses the sessions after a while. All methods run inside a transaction.
public final class Dispatcher {
    private static final Duration DECLINED = Duration.ofSeconds(10);
    private final InstantSource clock;
    private final DeskSetup setup;
    private final Presence presence;
    private final Inbox inbox;
    private final SessionLog log;
    private final Map<String, Instant> declined = new ConcurrentHashMap<>();

    Dispatcher(InstantSource clock, DeskSetup setup, Presence presence, Inbox inbox, SessionLog log) {
        this.clock = clock;
        this.setup = setup;
        this.presence = presence;
        this.inbox = inbox;
        this.log = log;
    }

    /// Offers whatever can be offered now.
    public void dispatch(Tx tx) {
        for (ChatSession waiting : Sessions.waiting(tx)) {
            candidate(tx, waiting).ifPresent(operator -> offer(tx, waiting, operator));
        }
    }

    private Optional<String> candidate(Tx tx, ChatSession session) {
        return OperatorState.takingChats(tx).stream()
                .filter(presence.operatorOnline())
                .filter(operator -> !hasDeclined(session.id(), operator))
                .filter(operator -> Operators.byId(tx, operator)
                        .filter(one -> one.queues().contains(session.queue()))
                        .isPresent())
                .map(operator -> new Loaded(operator, Sessions.load(tx, operator)))
                .filter(operator -> operator.chats < setup.chatCap())
                .min(Comparator.comparingLong(Loaded::chats))
                .map(Loaded::operator);
    }

    private record Loaded(String operator, long chats) {}

    private boolean hasDeclined(String session, String operator) {
        Instant until = declined.get(session + " " + operator);
        return until != null && until.isAfter(clock.instant());
    }

    private void offer(Tx tx, ChatSession session, String operator) {
        Instant until = clock.instant().plus(setup.offerTime());
        move(tx, session, SessionState.Input.OFFER, operator, until);
        inbox.add(tx, operator, InboxEvent.offered(card(tx, session.id()), until), clock.instant());
    }

    /// The operator takes the offer. The caller has checked that it was made to this operator.
    SessionCard accept(Tx tx, ChatSession session, String operator, String firstName) {
        Instant now = clock.instant();
        Sessions.place(
                tx,
                session.id(),
                new ChatSession.Place(
                        SessionState.next(session.state(), SessionState.Input.ACCEPT),
                        operator,
                        session.place().ownerEpoch(),
                        null,
                        now));
        OperatorState.forgetMissed(tx, operator);
        inbox.add(tx, operator, InboxEvent.assigned(card(tx, session.id())), now);
        log.replay(tx, session.id(), operator);
        log.append(
                tx, session, operator, seq -> new SessionEvent.Note(seq, "assigned", operator, firstName, now));
        return card(tx, session.id());
    }

    /// The operator refuses the offer; somebody else gets it.
    SessionCard refuse(Tx tx, ChatSession session, String operator) {
        declined.put(session.id() + " " + operator, clock.instant().plus(DECLINED));
        move(tx, session, SessionState.Input.DECLINE, null, null);
        dispatch(tx);
        return card(tx, session.id());
    }

    /// The customer went away while waiting.
    void withdraw(Tx tx, ChatSession session) {
        String offeredTo = session.place().owner();
        move(tx, session, SessionState.Input.CLOSE, null, null);
        if (offeredTo != null) {
            inbox.add(tx, offeredTo, InboxEvent.revoked(card(tx, session.id()), "left"), clock.instant());
        }
    }

    /// The owner closes it.
    SessionCard close(Tx tx, ChatSession session, String operator, String firstName) {
        Instant now = clock.instant();
        log.append(tx, session, operator, seq -> new SessionEvent.Note(seq, "closed", operator, firstName, now));
        Sessions.place(
                tx,
                session.id(),
                new ChatSession.Place(
                        SessionState.next(session.state(), SessionState.Input.CLOSE),
                        operator,
                        session.place().ownerEpoch(),
                        null,
                        session.place().assignedAt()));
        inbox.add(tx, operator, InboxEvent.closed(card(tx, session.id()), "operator"), now);
        dispatch(tx);
        return card(tx, session.id());
    }

    /// What time does: offers run out, owners without a socket lose their sessions, old news is forgotten.
    ///
    /// @param patience how long an owner may be without a socket
    public void tick(Tx tx, Duration patience) {
        Instant now = clock.instant();
        Sessions.offersUntil(tx, now).forEach(session -> expire(tx, session));
        Sessions.owners(tx).stream()
                .filter(owner -> presence.operatorSeen().apply(owner).plus(patience).isBefore(now))
                .forEach(owner -> requeueAll(tx, owner));
        declined.values().removeIf(until -> until.isBefore(now));
        dispatch(tx);
    }

    private void expire(Tx tx, ChatSession session) {
        String operator = session.place().owner();
        Instant now = clock.instant();
        move(tx, session, SessionState.Input.DECLINE, null, null);
        if (operator == null) {
            return;
        }
        declined.put(session.id() + " " + operator, now.plus(DECLINED));
        inbox.add(tx, operator, InboxEvent.revoked(card(tx, session.id()), "timeout"), now);
        if (OperatorState.countMissed(tx, operator) >= setup.missedOffersLimit()) {
            var state = new OperatorState(OperatorState.NOT_READY, "missed", true, true, now);
            state.store(tx, operator);
            inbox.add(tx, operator, InboxEvent.state(state), now);
        }
    }

    private void requeueAll(Tx tx, String owner) {
        Instant now = clock.instant();
        for (ChatSession session : Sessions.of(tx, owner)) {
            tx.update("UPDATE session SET waiting_since = COALESCE(waiting_since, ?) WHERE id = ?", now, session.id());
            move(tx, session, SessionState.Input.REQUEUE, null, null);
            log.append(tx, session, null, seq -> new SessionEvent.Note(seq, "requeued", owner, null, now));
            inbox.add(tx, owner, InboxEvent.revoked(card(tx, session.id()), "disconnected"), now);
        }
    }

    /// To another place, with the next epoch: whoever had it has it no more.
    private static void move(
            Tx tx,
            ChatSession session,
            SessionState.Input input,
            @Nullable String owner,
            @Nullable Instant offerUntil) {
        Sessions.place(
                tx,
                session.id(),
                new ChatSession.Place(
                        SessionState.next(session.state(), input),
                        owner,
                        session.place().ownerEpoch() + 1,
                        offerUntil,
                        null));
    }

    SessionCard card(Tx tx, String id) {
        return SessionCard.of(
                Sessions.byId(tx, id).orElseThrow(), presence.visitorOnline().test(id));
    }
}
