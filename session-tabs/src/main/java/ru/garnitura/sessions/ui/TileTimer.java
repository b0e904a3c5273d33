package ru.garnitura.sessions.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import ru.garnitura.sessions.session.DeskLimits;
import ru.garnitura.sessions.session.Session;
import ru.garnitura.sessions.session.SessionList;
import ru.garnitura.sessions.session.SessionState;
import ru.garnitura.sessions.session.WaitingLevel;

/// The time at the right of a row, in whole seconds.
sealed interface TileTimer {

    /// The customer has waited this long for an answer.
    record Waiting(Duration time, WaitingLevel level) implements TileTimer {}

    /// The conversation has lasted this long.
    record Talking(Duration time) implements TileTimer {}

    /// The wrap-up is due.
    record WrapUp() implements TileTimer {}

    /// Nobody waits.
    record None() implements TileTimer {}

    static TileTimer of(Session session, DeskLimits limits, Instant now) {
        if (session.state() == SessionState.ENDED) {
            return new WrapUp();
        }
        Instant opened = session.milestones().openedAt();
        if (session.channel().isCall() && opened != null) {
            return new Talking(now.isBefore(opened) ? Duration.ZERO : whole(Duration.between(opened, now)));
        }
        @Nullable Duration waited = SessionList.waited(session, now);
        return waited == null ? new None() : new Waiting(whole(waited), limits.of(session.channel()).levelOf(waited));
    }

    private static Duration whole(Duration time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }
}
