package ru.garnitura.sessions.session;

import java.time.Instant;

/// Where a session came from. `name` and `address` are what the other side says of itself: untrusted, may be empty.
///
/// @param address phone number, nick name or mail address
/// @param queue the queue it waited in, as the operator reads it; may be empty
/// @param since when the customer called or wrote first
public record SessionOrigin(Channel channel, String name, String address, String queue, Instant since) {}
