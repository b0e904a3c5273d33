package ru.garnitura.backoffice.chat;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Predicate;

/// Who has a socket just now.
///
/// @param operatorSeen when an operator's socket was last open: now while it is
/// @param operatorOnline whether an operator's socket is open
/// @param visitorOnline whether the page of a session is connected
public record Presence(
        Function<String, Instant> operatorSeen, Predicate<String> operatorOnline, Predicate<String> visitorOnline) {}
