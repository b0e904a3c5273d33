package ru.garnitura.sessions.session;

/// How a waiting time compares with its channel's limits.
public enum WaitingLevel { CALM, SOON, LATE }
