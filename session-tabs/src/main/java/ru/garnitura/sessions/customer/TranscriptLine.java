package ru.garnitura.sessions.customer;

import java.time.Instant;

/// One line of a finished conversation.
///
/// @param fromCustomer false for what an operator or the system said
public record TranscriptLine(Instant at, boolean fromCustomer, String author, String text) {}
