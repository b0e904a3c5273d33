package ru.garnitura.backoffice.kb;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.signin.Secrets;
import ru.garnitura.backoffice.store.Row;
import ru.garnitura.backoffice.store.Tx;
import ru.garnitura.backoffice.web.Json;
import ru.garnitura.backoffice.web.Problem;
import ru.garnitura.backoffice.web.ProblemCode;

/// Articles in the store. Each write takes the next commit number, which is its revision and the readers' cursor.
public final class Articles {
    static final String COUNTER = "article";
    private static final String FLOOR = "article-floor";
    private static final Duration TOMBSTONES = Duration.ofDays(90);

    private Articles() {}

    /// @return the new revision
    public static String write(Tx tx, String id, Article article, Instant now) {
        return put(tx, id, false, Json.text(article), now);
    }

    /// Leaves a tombstone.
    ///
    /// @return whether there was such an article
    public static boolean withdraw(Tx tx, String id, Instant now) {
        boolean there = exists(tx, id);
        if (there) {
            put(tx, id, true, "", now);
        }
        return there;
    }

    public static boolean exists(Tx tx, String id) {
        return tx.number("SELECT COUNT(*) AS n FROM article WHERE id = ? AND deleted = FALSE", id) > 0;
    }

    public static long count(Tx tx) {
        return tx.number("SELECT COUNT(*) AS n FROM article WHERE deleted = FALSE");
    }

    private static String put(Tx tx, String id, boolean deleted, String content, Instant now) {
        long seq = tx.next(COUNTER);
        if (tx.update(
                        "UPDATE article SET seq = ?, deleted = ?, changed = ?, content = ? WHERE id = ?",
                        seq,
                        deleted,
                        now,
                        content,
                        id)
                == 0) {
            tx.update(
                    "INSERT INTO article(id, seq, deleted, changed, content) VALUES(?, ?, ?, ?, ?)",
                    id,
                    seq,
                    deleted,
                    now,
                    content);
        }
        return "r" + seq;
    }

    /// Forgets tombstones older than 90 days; readers who have not seen them start over.
    public static void forgetTombstones(Tx tx, Instant now) {
        Instant before = now.minus(TOMBSTONES);
        long floor = tx.number("SELECT MAX(seq) AS n FROM article WHERE deleted = TRUE AND changed < ?", before);
        if (floor > 0) {
            tx.update("DELETE FROM article WHERE deleted = TRUE AND changed < ?", before);
            tx.update("DELETE FROM counter WHERE id = ?", FLOOR);
            tx.update("INSERT INTO counter(id, n) VALUES(?, ?)", FLOOR, floor);
        }
    }

    static long seq(Tx tx) {
        return tx.current(COUNTER);
    }

    static String epoch(Tx tx) {
        return tx.first(row -> row.text("content"), "SELECT content FROM setting WHERE id = 'epoch'")
                .orElseThrow(() -> new IllegalStateException("the knowledge base has no epoch"));
    }

    /// A new epoch: every reader starts over with a snapshot. Needed after a restored backup.
    public static void newEpoch(Tx tx) {
        tx.update("DELETE FROM setting WHERE id = 'epoch'");
        String epoch = "e" + Secrets.digest(Secrets.token("")).substring(0, 8);
        tx.update("INSERT INTO setting(id, content) VALUES('epoch', ?)", epoch);
    }

    /// @throws Problem `cursor_reset` with the new epoch
    static Delta page(Tx tx, @Nullable Cursor cursor, int limit) {
        String epoch = epoch(tx);
        Cursor from = cursor == null ? Cursor.snapshot(epoch, seq(tx), "") : cursor;
        if (!from.epoch().equals(epoch) || from.seq() > seq(tx) || from.seq() < tx.current(FLOOR)) {
            throw new Problem(ProblemCode.CURSOR_RESET).with("epoch", epoch);
        }
        return switch (from.mode()) {
            case SNAPSHOT -> snapshot(tx, from, limit);
            case DELTA -> delta(tx, from, limit);
        };
    }

    private static Delta snapshot(Tx tx, Cursor from, int limit) {
        List<Delta.Item> found = tx.list(
                Articles::item,
                "SELECT * FROM article WHERE deleted = FALSE AND id > ? ORDER BY id LIMIT ?",
                from.afterId(),
                limit + 1);
        boolean more = found.size() > limit;
        List<Delta.Item> items = more ? found.subList(0, limit) : found;
        Cursor next = more
                ? Cursor.snapshot(from.epoch(), from.seq(), items.getLast().id())
                : Cursor.delta(from.epoch(), from.seq());
        return new Delta(from.epoch(), "snapshot", items, next.encode(), more, count(tx));
    }

    private static Delta delta(Tx tx, Cursor from, int limit) {
        List<Numbered> found = tx.list(
                row -> new Numbered(item(row), row.number("seq")),
                "SELECT * FROM article WHERE seq > ? ORDER BY seq LIMIT ?",
                from.seq(),
                limit + 1);
        boolean more = found.size() > limit;
        List<Numbered> page = more ? found.subList(0, limit) : found;
        long reached = page.isEmpty() ? from.seq() : page.getLast().seq();
        return new Delta(
                from.epoch(),
                "delta",
                page.stream().map(Numbered::item).toList(),
                Cursor.delta(from.epoch(), reached).encode(),
                more,
                count(tx));
    }

    static Delta.Manifest manifest(Tx tx, boolean full) {
        List<Delta.IdRev> all = tx.list(
                row -> new Delta.IdRev(row.text("id"), "r" + row.number("seq")),
                "SELECT id, seq FROM article WHERE deleted = FALSE ORDER BY id");
        MessageDigest digest = Secrets.sha256();
        all.stream()
                .map(item -> item.id() + " " + item.rev() + "\n")
                .sorted()
                .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
        return new Delta.Manifest(
                epoch(tx),
                all.size(),
                HexFormat.of().formatHex(digest.digest()),
                Cursor.delta(epoch(tx), seq(tx)).encode(),
                full ? all : null);
    }

    private static Delta.Item item(Row row) {
        boolean deleted = row.flag("deleted");
        return new Delta.Item(
                row.text("id"),
                "r" + row.number("seq"),
                deleted ? "del" : "put",
                deleted ? null : Json.read(row.text("content"), Article.class),
                row.time("changed"));
    }

    private record Numbered(Delta.Item item, long seq) {}
}
