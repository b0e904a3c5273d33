package ru.garnitura.sessions.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The sessions on the desk, ordered by who waits longest. FX lane. A session that is closed or lost leaves the list.
public final class SessionList {

    private final Map<SessionId, Session> sessions = new HashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private int gathering;
    private boolean news;

    /// Told after each change; of changes made together, once.
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    public void put(Session session) {
        if (session.state().isOver()) {
            remove(session.id());
        } else if (!session.equals(sessions.put(session.id(), session))) {
            changed();
        }
    }

    public void remove(SessionId id) {
        if (sessions.remove(id) != null) {
            changed();
        }
    }

    public Optional<Session> find(SessionId id) {
        return Optional.ofNullable(sessions.get(id));
    }

    /// Replaces a session by what `change` makes of it; nothing when it is not here.
    public void change(SessionId id, UnaryOperator<Session> change) {
        Session session = sessions.get(id);
        if (session != null) {
            put(change.apply(session));
        }
    }

    /// Applies an input to a session; nothing when it is not here.
    public void apply(SessionId id, SessionInput input, Instant now) {
        change(id, session -> session.after(input, now));
    }

    public List<Session> ordered() {
        return sessions.values().stream().sorted(SessionOrder.BY_WAITING).toList();
    }

    /// How many count against the cap.
    public int served() {
        return (int) sessions.values().stream().filter(session -> session.state().isServed()).count();
    }

    /// The offered chat that waits longest.
    public Optional<Session> oldestOffer() {
        return sessions.values().stream()
                .filter(session -> session.state() == SessionState.OFFERED && !session.channel().isCall())
                .min(SessionOrder.BY_WAITING);
    }

    /// How long the customer has waited for an answer, or null when nobody waits. Never negative.
    public static @Nullable Duration waited(Session session, Instant now) {
        Instant since = SessionOrder.waitingSince(session);
        if (since == null) {
            return null;
        }
        return now.isBefore(since) ? Duration.ZERO : Duration.between(since, now);
    }

    /// Runs `changes`, and tells of all that they changed when they are done.
    public void together(Runnable changes) {
        gathering++;
        try {
            changes.run();
        } finally {
            gathering--;
            tell();
        }
    }

    private void changed() {
        news = true;
        tell();
    }

    private void tell() {
        if (news && gathering == 0) {
            news = false;
            listeners.forEach(Runnable::run);
        }
    }
}
