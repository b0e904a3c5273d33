package ru.garnitura.desktop.desk;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A conversation that is over and wants a disposition. Names and numbers are untrusted.
///
/// @param session  the session's name on this desk
/// @param kind     call or chat
/// @param customer the back office's id; empty while nobody knows who it was
/// @param course   when it happened
/// @param end      who ended it: `operator`, `customer`, `line`
public record Contact(String session, Kind kind, String customer, Party party, Course course, String end) {

    public enum Kind { CALL, CHAT }

    /// @param name  as the operator saw it
    /// @param phone as signalled; empty in a chat
    /// @param queue may be empty
    public record Party(String name, String phone, String queue, boolean incoming) {
    }

    /// @param answered null where nobody talked
    /// @param waited   in the queue and at the ring
    /// @param held     on hold in all
    public record Course(Instant started, @Nullable Instant answered, Instant ended, Duration waited, Duration held) {
    }

    public boolean isCall() {
        return kind == Kind.CALL;
    }
}
