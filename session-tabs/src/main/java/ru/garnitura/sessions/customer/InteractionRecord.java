package ru.garnitura.sessions.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ru.garnitura.sessions.session.Channel;

/// One finished (or still open) contact in the history.
///
/// @param topic the disposition's topic, may be empty
/// @param note what the operator wrote, may be empty
/// @param recordings those this operator may hear now; the local copy has none
public record InteractionRecord(
        String id, Instant at, Course course, String topic, String note, List<RecordedCall> recordings) {

    public InteractionRecord {
        recordings = List.copyOf(recordings);
    }

    /// One without recordings.
    public InteractionRecord(String id, Instant at, Course course, String topic, String note) {
        this(id, at, course, topic, note, List.of());
    }

    /// How the contact went.
    ///
    /// @param length of the conversation, or of the wait where it was missed
    /// @param operator who served it, may be empty
    public record Course(Kind kind, Channel channel, Result result, Duration length, String operator) {}

    public enum Kind { INCOMING, OUTGOING, GOODWILL, NOTE }

    public enum Result { OPEN, SOLVED, UNSOLVED, MISSED, NONE }
}
