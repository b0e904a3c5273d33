package ru.garnitura.desktop.outbox;

import java.time.Instant;

/// One thing the operator did that the back office must learn of, exactly once.
///
/// @param key     UUIDv7; the same for every attempt
/// @param n       position in this device's queue, growing
/// @param after   position of the action on the same entity that must be applied first; 0 = none
/// @param type    such as `call.disposition`
/// @param entity  what it is about: a session, customer or article id
/// @param payload JSON object text
/// @param at      when the operator did it, by the desk's time
public record Action(String key, long n, long after, String type, String entity, String payload, Instant at) {
}
