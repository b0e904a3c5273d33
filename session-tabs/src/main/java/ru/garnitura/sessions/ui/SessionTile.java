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
    private final ReadOnlyObjectWrapper<Facts> facts = new ReadOnlyObjectWrapper<>();

    /// What the row shows now.
    ///
    /// @param offerLeft share of the offer's time that is left, 1 at its start, 0 where it does not expire
    record Facts(Session session, TileTimer timer, double offerLeft) {}

    SessionTile(SessionId id, Facts first) {
        this.id = id;
        facts.set(first);
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

    void show(Facts newFacts) {
        facts.set(newFacts);
    }

    static double offerLeft(Session session, Instant now) {
        Instant ends = session.milestones().offerEndsAt();
        if (ends == null) {
            return 0;
        }
        double whole = Duration.between(session.origin().since(), ends).toMillis();
        double left = Duration.between(now, ends).toMillis();
        return whole <= 0 ? 0 : Math.clamp(left / whole, 0, 1);
    }
}
