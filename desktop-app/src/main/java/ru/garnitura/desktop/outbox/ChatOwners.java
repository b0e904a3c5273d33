package ru.garnitura.desktop.outbox;

import java.util.List;

/// Under which owner epoch each chat is this operator's: what is written off line after a restart still carries it.
public final class ChatOwners {

    private final OutboxDatabase database;

    public ChatOwners(OutboxDatabase database) {
        this.database = database;
    }

    public void keep(String session, long epoch) {
        if (epoch(session) != epoch) {
            database.write("keep an owner epoch",
                    () -> database.execute("MERGE INTO chat_owner(session, epoch) KEY(session) VALUES (?, ?)", session, epoch));
        }
    }

    /// 0 where it is not known: the back office refuses that.
    public long epoch(String session) {
        List<Long> found = database.read("SELECT epoch FROM chat_owner WHERE session = ?", row -> row.getLong(1), session);
        return found.isEmpty() ? 0 : found.getFirst();
    }

    public void forget(String session) {
        database.write("forget an owner epoch", () -> database.execute("DELETE FROM chat_owner WHERE session = ?", session));
    }
}
