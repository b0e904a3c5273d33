package ru.garnitura.sessions.session;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// The order of the list: the call, then live chats by who waits longest, then letters and reviews by who waits
/// longest, then those who wait for nothing, oldest first.
final class SessionOrder {

    static final Comparator<Session> BY_WAITING = Comparator.comparingInt(SessionOrder::tier)
            .thenComparing(SessionOrder::since)
            .thenComparing(session -> session.id().value());

    private SessionOrder() {}

    private static int tier(Session session) {
        boolean over = session.state() == SessionState.ENDED;
        if (session.channel().isCall() && !over) {
            return 0;
        }
        if (waitingSince(session) == null) {
            return 3;
        }
        return session.channel().isLive() ? 1 : 2;
    }

    private static Instant since(Session session) {
        Instant waiting = waitingSince(session);
        return waiting == null ? session.origin().since() : waiting;
    }

    static @Nullable Instant waitingSince(Session session) {
        return switch (session.state()) {
            case OFFERED -> session.origin().since();
            case ACCEPTING, OPEN -> session.attention().waitingSince();
            case ENDED, CLOSED, LOST -> null;
        };
    }
}
