package ru.garnitura.desktop.outbox;

/// What became of a queued action.
public record Settled(Action action, ActionResult result) {
}
