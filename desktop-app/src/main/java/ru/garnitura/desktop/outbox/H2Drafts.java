package ru.garnitura.desktop.outbox;

import java.util.List;

/// Drafts beside the queued actions: the one database that is never dropped.
public final class H2Drafts {

    private final OutboxDatabase database;

    public H2Drafts(OutboxDatabase database) {
        this.database = database;
    }

    /// Returns once the draft is durable. An empty text removes it.
    public void save(StoredDraft draft) {
        database.writeDurably("save a draft", () -> {
            if (draft.text().isEmpty()) {
                database.execute("DELETE FROM draft WHERE session = ?", draft.session());
            } else {
                database.execute("MERGE INTO draft(session, text, caret) KEY(session) VALUES (?, ?, ?)",
                        draft.session(), draft.text(), draft.caret());
            }
        });
    }

    public List<StoredDraft> all() {
        return database.read("SELECT session, text, caret FROM draft",
                row -> new StoredDraft(row.getString(1), row.getString(2), row.getInt(3)));
    }
}
