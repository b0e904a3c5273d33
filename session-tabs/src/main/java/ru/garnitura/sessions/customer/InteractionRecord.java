package ru.garnitura.sessions.customer;

import java.time.Duration;
import java.time.Instant;
import ru.garnitura.sessions.session.Channel;

/// One finished (or still open) contact in the history.
///
/// @param topic the disposition's topic, may be empty
/// @param note what the operator wrote, may be empty
public record InteractionRecord(String id, Instant at, Course course, String topic, String note) {

    /// How the contact went.
    ///
    /// @param length of the conversation, or of the wait where it was missed
    /// @param operator who served it, may be empty
    public record Course(Kind kind, Channel channel, Result result, Duration length, String operator) {}

    public enum Kind { INCOMING, OUTGOING, GOODWILL, NOTE }

    public enum Result { OPEN, SOLVED, UNSOLVED, MISSED, NONE }
}
