package ru.garnitura.desktop.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Actions in the order the operator did them. Thread-safe through [OutboxDatabase].
public final class H2Outbox implements Outbox {

    /// The contract's code for an action whose predecessor the back office has no answer for.
    private static final String PREDECESSOR_MISSING = "predecessor_missing";
    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final String ACTION = "SELECT action_key, n, after_n, type, entity, payload, at, parked_code FROM action";

    private final OutboxDatabase database;
    private final InstantSource clock;
    private final Uuid7 keys;
    private final Runnable onQueued;

    /// What is known of a key.
    public enum Standing { UNKNOWN, QUEUED, APPLIED, REFUSED }

    /// @param onQueued called after each durable enqueue, on the caller's thread; must return at once
    public H2Outbox(OutboxDatabase database, InstantSource clock, Runnable onQueued) {
        this.database = database;
        this.clock = clock;
        this.keys = new Uuid7(clock);
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
            if (standingNow(key) == Standing.UNKNOWN) {
                insert(key, type, entity, payload);
            }
        });
        onQueued.run();
    }

    /// Does again under a new key what the back office refused under `refused`. The back office keeps its answer to a
    /// key, so that the same key would be refused again.
    ///
    /// @return the new key; [#firstKey] leads back from it
    public String enqueueAgain(String refused, String type, String entity, String payload) {
        String key = keys.next();
        database.writeDurably("queue " + type + " again", () -> {
            delete(refused);
            database.execute("INSERT INTO repeated(action_key, first_key) VALUES (?, ?)", key, firstKeyNow(refused));
            insert(key, type, entity, payload);
        });
        onQueued.run();
        return key;
    }

    /// Queues of one entity stay in order by `after`; numbers have no holes, so that the back office can tell how far
    /// this desk is answered.
    private void insert(String key, String type, String entity, String payload) throws SQLException {
        List<Long> before = database.select("SELECT last_n FROM entity_head WHERE entity = ?", row -> row.getLong(1), entity);
        long n = nextNumber();
        database.execute("INSERT INTO action(n, action_key, after_n, type, entity, payload, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                n, key, before.isEmpty() ? 0L : before.getFirst(), type, entity, payload, clock.millis());
        database.execute("MERGE INTO entity_head(entity, last_n) KEY(entity) VALUES (?, ?)", entity, n);
    }

    /// A new database starts at the time, so that it never repeats the numbers of a lost one.
    private long nextNumber() throws SQLException {
        List<Long> last = database.select("SELECT n FROM last_action", row -> row.getLong(1));
        long n = last.isEmpty() ? Math.max(1, clock.millis()) : last.getFirst() + 1;
        database.execute("MERGE INTO last_action(only_row, n) KEY(only_row) VALUES (1, ?)", n);
        return n;
    }

    public Standing standing(String key) {
        return database.ask("look a key up", () -> standingNow(key));
    }

    private Standing standingNow(String key) throws SQLException {
        List<Boolean> queued = database.select("SELECT parked_code IS NOT NULL FROM action WHERE action_key = ?",
                row -> row.getBoolean(1), key);
        if (!queued.isEmpty()) {
            return queued.getFirst() ? Standing.REFUSED : Standing.QUEUED;
        }
        List<Boolean> answered = database.select("SELECT applied FROM answered WHERE action_key = ?",
                row -> row.getBoolean(1), key);
        if (answered.isEmpty()) {
            return Standing.UNKNOWN;
        }
        return answered.getFirst() ? Standing.APPLIED : Standing.REFUSED;
    }

    /// The key under which the operator first did what was queued under `key`; often the same.
    public String firstKey(String key) {
        return database.ask("look a key up", () -> firstKeyNow(key));
    }

    private String firstKeyNow(String key) throws SQLException {
        List<String> first = database.select("SELECT first_key FROM repeated WHERE action_key = ?",
                row -> row.getString(1), key);
        return first.isEmpty() ? key : first.getFirst();
    }

    /// The key under which it was done last; often the same.
    public String lastKey(String firstKey) {
        List<String> repeated = database.read("SELECT action_key FROM repeated WHERE first_key = ? ORDER BY action_key DESC",
                row -> row.getString(1), firstKey);
        return repeated.isEmpty() ? firstKey : repeated.getFirst();
    }

    /// The oldest actions that are not parked, in order, as many as fit. An action behind a parked one of its entity
    /// goes on: the back office passes over what it refused.
    ///
    /// @param characters of payload; one action is given however long it is
    public List<Action> head(int limit, int characters) {
        var fitting = new ArrayList<Action>();
        long length = 0;
        for (Action action : database.read(ACTION + " WHERE parked_code IS NULL ORDER BY n LIMIT ?", H2Outbox::action, limit)) {
            length += action.payload().length();
            if (!fitting.isEmpty() && length > characters) {
                break;
            }
            fitting.add(action);
        }
        return fitting;
    }

    /// What the back office refused and the operator has not seen yet.
    public List<ParkedAction> parked() {
        return database.read(ACTION + " WHERE parked_code IS NOT NULL ORDER BY n",
                row -> new ParkedAction(action(row), row.getString(8)));
    }

    /// How many actions wait for the back office.
    public int waiting() {
        return database.read("SELECT COUNT(*) FROM action WHERE parked_code IS NULL", row -> row.getInt(1)).getFirst();
    }

    /// Removes what was applied and parks what was refused, in one transaction.
    ///
    /// @return what is settled now; an action whose predecessor the back office lacks is not, and stays queued
    public List<Settled> settle(List<Action> batch, List<ActionResult> results) {
        var settled = new ArrayList<Settled>();
        database.write("settle " + results.size() + " actions", () -> {
            settled.clear();
            for (Action action : batch) {
                for (ActionResult result : results) {
                    if (result.key().equals(action.key()) && settleOne(action, result)) {
                        settled.add(new Settled(action, result));
                    }
                }
            }
            database.execute("DELETE FROM answered WHERE at < ?", clock.millis() - REMEMBERED.toMillis());
        });
        return settled;
    }

    private boolean settleOne(Action action, ActionResult result) throws SQLException {
        switch (result) {
            case ActionResult.Applied _ -> {
                delete(action.key());
                remember(action.key(), true);
            }
            case ActionResult.Conflict conflict when conflict.code().equals(PREDECESSOR_MISSING) -> {
                letGoFirst(action);
                return false;
            }
            case ActionResult.Conflict conflict -> park(action.key(), conflict.code());
            case ActionResult.Rejected rejected -> park(action.key(), rejected.code());
        }
        return true;
    }

    /// The back office waits for an action that will not come again: it was answered long ago, or is parked here.
    private void letGoFirst(Action action) throws SQLException {
        boolean comes = !database.select("SELECT n FROM action WHERE n = ? AND parked_code IS NULL", row -> row.getLong(1),
                action.after()).isEmpty();
        if (!comes) {
            database.execute("UPDATE action SET after_n = 0 WHERE action_key = ?", action.key());
        }
    }

    /// The operator saw a parked action and let it go.
    public void discard(String key) {
        database.write("discard a parked action", () -> {
            delete(key);
            remember(key, false);
        });
    }

    private void remember(String key, boolean applied) throws SQLException {
        database.execute("MERGE INTO answered(action_key, applied, at) KEY(action_key) VALUES (?, ?, ?)",
                key, applied, clock.millis());
    }

    private void delete(String key) throws SQLException {
        database.execute("DELETE FROM action WHERE action_key = ?", key);
    }

    private void park(String key, String code) throws SQLException {
        database.execute("UPDATE action SET parked_code = ? WHERE action_key = ?", code, key);
        remember(key, false);
    }

    private static Action action(ResultSet row) throws SQLException {
        return new Action(row.getString(1), row.getLong(2), row.getLong(3), row.getString(4), row.getString(5),
                row.getString(6), Instant.ofEpochMilli(row.getLong(7)));
    }
}
