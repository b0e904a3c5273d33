package ru.garnitura.desktop.link.events;

import java.time.Instant;

/// A chat session as the back office describes it; sample `session.json`.
///
/// @param channel wire name
/// @param queue   id
public record ChatSession(String id, String channel, String queue, Visitor visitor, Standing standing) {

    /// What the customer says of himself, and whom the back office takes him for.
    ///
    /// @param customer id, empty when unknown
    /// @param phone    may be empty
    public record Visitor(String customer, String name, String phone) {
    }

    /// @param offered          true: offered; false: assigned
    /// @param since            when it was opened
    /// @param operatorReadUpTo last message the operator is known to have read
    public record Standing(boolean offered, long ownerEpoch, Instant since, long operatorReadUpTo) {
    }
}
