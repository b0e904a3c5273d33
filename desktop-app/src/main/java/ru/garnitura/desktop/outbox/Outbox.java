package ru.garnitura.desktop.outbox;

/// Where a room hands in what must reach the back office.
public interface Outbox {

    /// Returns once key and action are durable on this machine.
    ///
    /// @param payload JSON object text
    /// @return the action's key
    /// @throws OutboxException when the local database can't take it (disk full, damaged)
    String enqueue(String type, String entity, String payload);

    /// The same with a key of the caller's own; a key that is queued already is left as it is.
    void enqueue(String key, String type, String entity, String payload);
}
