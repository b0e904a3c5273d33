package ru.garnitura.backoffice.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ru.garnitura.backoffice.store.Tx;
import ru.garnitura.backoffice.web.Json;

/// The numbered news of each operator, kept two days.
public final class Inbox {
    private static final Duration KEPT = Duration.ofDays(2);
    private final ChatFeed feed;

    public Inbox(ChatFeed feed) {
        this.feed = feed;
    }

    /// News with its number.
    public record Numbered(long seq, InboxEvent event) {}

    public void add(Tx tx, String operator, InboxEvent event, Instant now) {
        long seq = tx.next(counter(operator));
        tx.update(
                "INSERT INTO inbox(operator, seq, at, content) VALUES(?, ?, ?, ?)",
                operator,
                seq,
                now,
                Json.text(event));
        tx.afterCommit(() -> feed.inbox(operator, seq, event));
    }

    public static long last(Tx tx, String operator) {
        return tx.current(counter(operator));
    }

    /// Whether everything after `seq` is still kept.
    public static boolean reaches(Tx tx, String operator, long seq) {
        return seq <= last(tx, operator)
                && tx.number("SELECT COUNT(*) AS n FROM inbox WHERE operator = ? AND seq > ?", operator, seq)
                        == last(tx, operator) - seq;
    }

    public static List<Numbered> after(Tx tx, String operator, long seq) {
        return tx.list(
                row -> new Numbered(row.number("seq"), Json.read(row.text("content"), InboxEvent.class)),
                "SELECT seq, content FROM inbox WHERE operator = ? AND seq > ? ORDER BY seq",
                operator,
                seq);
    }

    static void forget(Tx tx, Instant now) {
        tx.update("DELETE FROM inbox WHERE at < ?", now.minus(KEPT));
    }

    private static String counter(String operator) {
        return "inbox " + operator;
    }
}
