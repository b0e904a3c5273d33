package ru.garnitura.sessions.ui;

import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import ru.garnitura.sessions.session.Session;
import ru.garnitura.sessions.session.SessionId;

/// One row of the list. The same object for as long as the session is on the desk, so that a row keeps its focus and
/// its buttons while what it shows changes. FX lane.
final class SessionTile {

    private final SessionId id;
    private final Instant since;
    private final ReadOnlyObjectWrapper<Facts> facts = new ReadOnlyObjectWrapper<>();

    /// What the row shows now.
    ///
    /// @param offerLeft share of the offer's time that is left, 1 at its start, 0 where it does not expire
    record Facts(Session session, TileTimer timer, double offerLeft) {}

    /// @param since when the session came onto the desk
    SessionTile(Session session, TileTimer timer, Instant since) {
        this.id = session.id();
        this.since = since;
        show(session, timer, since);
    }

    SessionId id() {
        return id;
    }

    Session session() {
        return facts.get().session();
    }

    ReadOnlyObjectProperty<Facts> facts() {
        return facts.getReadOnlyProperty();
    }

    void show(Session session, TileTimer timer, Instant now) {
        Facts next = new Facts(session, timer, offerLeft(session, now));
        if (!next.equals(facts.get())) {
            facts.set(next);
        }
    }

    /// An offer may be made anew long after the customer began to wait, so its time counts from the row's.
    private double offerLeft(Session session, Instant now) {
        Instant ends = session.milestones().offerEndsAt();
        if (ends == null) {
            return 0;
        }
        double whole = Duration.between(since, ends).toMillis();
        double left = Duration.between(now, ends).toMillis();
        return whole <= 0 ? 0 : Math.clamp(left / whole, 0, 1);
    }
}
