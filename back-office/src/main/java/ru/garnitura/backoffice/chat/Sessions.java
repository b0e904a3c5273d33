package ru.garnitura.backoffice.chat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ru.garnitura.backoffice.signin.Secrets;
import ru.garnitura.backoffice.store.Tx;

/// Chat sessions in the store.
public final class Sessions {

    private Sessions() {}

    /// Opens a session that waits for its first message.
    ///
    /// @param token the visitor's; only its digest is kept
    public static String open(
            Tx tx, String channel, String queue, ChatSession.Guest guest, String token, Validity validity) {
        String id = "s-" + tx.next("session");
        tx.update(
                """
                INSERT INTO session(id, token, token_until, channel, state, owner, owner_epoch, rev, queue,
                    customer, name, phone, language, opened, assigned, waiting_since, offer_until, last_seq,
                    customer_delivered, customer_read, operator_delivered, operator_read, last_text)
                VALUES(?, ?, ?, ?, 'open', NULL, 0, 1, ?, ?, ?, ?, ?, ?, NULL, NULL, NULL, 0, 0, 0, 0, 0, NULL)""",
                id,
                Secrets.digest(token),
                validity.until(),
                channel,
                queue,
                guest.customer(),
                guest.name(),
                guest.phone(),
                guest.language(),
                validity.from());
        return id;
    }

    /// From when and until when a visitor's token is good.
    public record Validity(Instant from, Instant until) {}

    public static Optional<ChatSession> byId(Tx tx, String id) {
        return tx.first(ChatSession::of, "SELECT * FROM session WHERE id = ?", id);
    }

    public static Optional<ChatSession> byToken(Tx tx, String token, Instant now) {
        return tx.first(
                ChatSession::of,
                "SELECT * FROM session WHERE token = ? AND token_until > ?",
                Secrets.digest(token),
                now);
    }

    /// Offered to or owned by the operator, oldest first.
    public static List<ChatSession> of(Tx tx, String operator) {
        return tx.list(
                ChatSession::of,
                "SELECT * FROM session WHERE owner = ? AND state IN ('offered', 'assigned') ORDER BY opened, id",
                operator);
    }

    static List<ChatSession> waiting(Tx tx) {
        return tx.list(
                ChatSession::of, "SELECT * FROM session WHERE state = 'waiting' ORDER BY waiting_since, opened");
    }

    /// How many visits wait longer than this one.
    public static int ahead(Tx tx, ChatSession session) {
        Instant since = session.waitingSince();
        return since == null || session.state() != SessionState.WAITING
                ? 0
                : (int) tx.number(
                        """
                        SELECT COUNT(*) AS n FROM session
                        WHERE state IN ('waiting', 'offered') AND queue = ? AND waiting_since < ?""",
                        session.queue(),
                        since);
    }

    static List<ChatSession> offersUntil(Tx tx, Instant now) {
        return tx.list(
                ChatSession::of, "SELECT * FROM session WHERE state = 'offered' AND offer_until <= ?", now);
    }

    static List<String> owners(Tx tx) {
        return tx.list(row -> row.text("owner"), "SELECT DISTINCT owner FROM session WHERE state = 'assigned'");
    }

    static long load(Tx tx, String operator) {
        return tx.number(
                "SELECT COUNT(*) AS n FROM session WHERE owner = ? AND state IN ('offered', 'assigned')", operator);
    }

    static void place(Tx tx, String id, ChatSession.Place place) {
        tx.update(
                """
                UPDATE session SET state = ?, owner = ?, owner_epoch = ?, offer_until = ?, assigned = ?, rev = rev + 1
                WHERE id = ?""",
                place.state().code(),
                place.owner(),
                place.ownerEpoch(),
                place.offerUntil(),
                place.assignedAt(),
                id);
    }
}
