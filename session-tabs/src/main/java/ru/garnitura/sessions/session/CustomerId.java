package ru.garnitura.sessions.session;

/// The back office's name for a customer.
public record CustomerId(String value) {}
