package ru.garnitura.desktop.outbox;

/// What the back office said of one action.
public sealed interface ActionResult {

    String key();

    /// The effect stands; `current` is the entity as JSON text, possibly empty.
    record Applied(String key, String current, boolean replayed) implements ActionResult {
    }

    /// Somebody changed the entity first; `current` is what stands there.
    record Conflict(String key, String code, String current) implements ActionResult {
    }

    /// The back office will never take it. It is parked and shown to the operator.
    record Rejected(String key, String code) implements ActionResult {
    }
}
