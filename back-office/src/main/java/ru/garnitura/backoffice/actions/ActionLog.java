package ru.garnitura.backoffice.actions;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import ru.garnitura.backoffice.store.Tx;
import ru.garnitura.backoffice.web.Json;

/// Keys, payload hashes and answers of actions, kept 30 days; and how far each device is answered without a hole.
final class ActionLog {
    private static final Duration KEPT = Duration.ofDays(30);

    private ActionLog() {}

    record Kept(String hash, ActionResult answer) {}

    static Optional<Kept> find(Tx tx, String key) {
        return tx.first(
                row -> new Kept(row.text("hash"), Json.read(row.text("answer"), ActionResult.class)),
                "SELECT hash, answer FROM action WHERE action_key = ?",
                key);
    }

    static void keep(Tx tx, String device, String operator, Hashed action, ActionResult answer, Instant now) {
        tx.update(
                "INSERT INTO action(action_key, device, n, operator, hash, answer, at) VALUES(?, ?, ?, ?, ?, ?, ?)",
                action.action().key(),
                device,
                action.action().n(),
                operator,
                action.hash(),
                Json.text(answer),
                now);
        tx.update("DELETE FROM action WHERE at < ?", now.minus(KEPT));
    }

    /// Whether the action before it on the same entity has its answer.
    static boolean predecessorAnswered(Tx tx, String device, long n) {
        return n <= ackedTo(tx, device)
                || tx.number("SELECT COUNT(*) AS n FROM action WHERE device = ? AND n = ?", device, n) > 0;
    }

    static long ackedTo(Tx tx, String device) {
        return tx.number("SELECT acked AS n FROM device WHERE id = ?", device);
    }

    /// A device the server does not know starts just below its first action.
    static void meet(Tx tx, String device, long firstN) {
        if (tx.number("SELECT COUNT(*) AS n FROM device WHERE id = ?", device) == 0) {
            tx.update("INSERT INTO device(id, acked) VALUES(?, ?)", device, firstN - 1);
        }
    }

    /// Moves `ackedTo` over everything answered.
    static long advance(Tx tx, String device) {
        long from = ackedTo(tx, device);
        long acked = from;
        for (long n : tx.list(
                row -> row.number("n"), "SELECT n FROM action WHERE device = ? AND n > ? ORDER BY n", device, acked)) {
            if (n > acked + 1) {
                break;
            }
            acked = n;
        }
        if (acked > from) {
            tx.update("UPDATE device SET acked = ? WHERE id = ?", acked, device);
        }
        return acked;
    }
}
