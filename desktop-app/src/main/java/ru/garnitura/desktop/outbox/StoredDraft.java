package ru.garnitura.desktop.outbox;

/// What the operator had typed in a session, and where the caret stood.
public record StoredDraft(String session, String text, int caret) {
}
