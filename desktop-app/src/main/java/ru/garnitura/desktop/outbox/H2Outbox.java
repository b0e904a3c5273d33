package ru.garnitura.desktop.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// Actions in the order the operator did them. Thread-safe through [OutboxDatabase].
public final class H2Outbox implements Outbox {

    private static final String ACTION = "SELECT action_key, n, after_n, type, entity, payload, parked_code FROM action";

    private final OutboxDatabase database;
    private final Uuid7 keys;
    private final Runnable onQueued;

    /// @param onQueued called after each durable enqueue, on the caller's thread; must return at once
    public H2Outbox(OutboxDatabase database, Uuid7 keys, Runnable onQueued) {
        this.database = database;
        this.keys = keys;
        this.onQueued = onQueued;
    }

    @Override
    public String enqueue(String type, String entity, String payload) {
        String key = keys.next();
        enqueue(key, type, entity, payload);
        return key;
    }

    @Override
    public void enqueue(String key, String type, String entity, String payload) {
        database.writeDurably("queue " + type, () -> {
            if (!database.select("SELECT n FROM action WHERE action_key = ?", row -> row.getLong(1), key).isEmpty()) {
                return;
            }
            List<Long> before = database.select("SELECT last_n FROM entity_head WHERE entity = ?", row -> row.getLong(1), entity);
            long n = database.insert("INSERT INTO action(action_key, after_n, type, entity, payload) VALUES (?, ?, ?, ?, ?)",
                    key, before.isEmpty() ? 0L : before.getFirst(), type, entity, payload);
            database.execute("MERGE INTO entity_head(entity, last_n) KEY(entity) VALUES (?, ?)", entity, n);
        });
        onQueued.run();
    }

    /// The oldest actions that are not parked, in order. An action behind a parked one of its entity goes on: the back
    /// office passes over what it refused.
    public List<Action> head(int limit) {
        return database.read(ACTION + " WHERE parked_code IS NULL ORDER BY n LIMIT ?", H2Outbox::action, limit);
    }

    /// What the back office refused and the operator has not seen yet.
    public List<ParkedAction> parked() {
        return database.read(ACTION + " WHERE parked_code IS NOT NULL ORDER BY n",
                row -> new ParkedAction(action(row), row.getString(7)));
    }

    /// How many actions wait for the back office.
    public int waiting() {
        return database.read("SELECT COUNT(*) FROM action WHERE parked_code IS NULL", row -> row.getInt(1)).getFirst();
    }

    /// Removes what was applied and parks what was refused, in one transaction.
    public void settle(List<ActionResult> results) {
        database.write("settle " + results.size() + " actions", () -> {
            for (ActionResult result : results) {
                switch (result) {
                    case ActionResult.Applied applied -> delete(applied.key());
                    case ActionResult.Conflict conflict -> park(conflict.key(), conflict.code());
                    case ActionResult.Rejected rejected -> park(rejected.key(), rejected.code());
                }
            }
        });
    }

    /// The operator saw a parked action and let it go.
    public void discard(String key) {
        database.write("discard a parked action", () -> delete(key));
    }

    private void delete(String key) throws SQLException {
        database.execute("DELETE FROM action WHERE action_key = ?", key);
    }

    private void park(String key, String code) throws SQLException {
        database.execute("UPDATE action SET parked_code = ? WHERE action_key = ?", code, key);
    }

    private static Action action(ResultSet row) throws SQLException {
        return new Action(row.getString(1), row.getLong(2), row.getLong(3), row.getString(4), row.getString(5), null,
                row.getString(6));
    }
}
