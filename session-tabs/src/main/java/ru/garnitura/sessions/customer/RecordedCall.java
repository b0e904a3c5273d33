package ru.garnitura.sessions.customer;

import java.time.Duration;

/// A recording of a contact that this operator may hear.
///
/// @param id what the back office calls it
public record RecordedCall(String id, Duration length) {}
