package ru.garnitura.sessions.customer;

/// The back office's name for a customer.
public record CustomerId(String value) {}
