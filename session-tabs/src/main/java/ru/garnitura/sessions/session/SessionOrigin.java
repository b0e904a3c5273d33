package ru.garnitura.sessions.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a session came from.
///
/// @param queue the queue it waited in, as the operator reads it; may be empty
/// @param since when the customer called or wrote first
public record SessionOrigin(Channel channel, Party party, String queue, Instant since) {

    /// The other side. `name` and `address` are what it says of itself: untrusted, may be empty.
    ///
    /// @param address phone number, nick name or mail address
    /// @param customer who the back office takes it for, null when unknown
    public record Party(String name, String address, @Nullable CustomerId customer) {}

    public SessionOrigin withParty(Party newParty) {
        return new SessionOrigin(channel, newParty, queue, since);
    }
}
