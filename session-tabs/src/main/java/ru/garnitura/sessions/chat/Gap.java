package ru.garnitura.sessions.chat;

/// Events of a session that are known to exist and have not come, both ends inclusive.
public record Gap(long from, long to) {}
