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
    public static String write(Tx tx, String id, Article article, Edit edit) {
        Kept before = kept(tx, id);
        long seq = tx.next(COUNTER);
        keepHistory(tx, id);
        put(tx, new Kept(id, seq, false, article, askedSince(before, edit, seq)), edit);
        return "r" + seq;
    }

    /// Leaves a tombstone.
    ///
    /// @return whether there was such an article
    public static boolean withdraw(Tx tx, String id, Edit edit) {
        if (!exists(tx, id)) {
            return false;
        }
        long seq = tx.next(COUNTER);
        keepHistory(tx, id);
        tx.update(
                "UPDATE article SET seq = ?, deleted = TRUE, changed = ?, editor = ? WHERE id = ?",
                seq,
                edit.at(),
                edit.editor(),
                id);
        return true;
    }

    public static boolean exists(Tx tx, String id) {
        return tx.number("SELECT COUNT(*) AS n FROM article WHERE id = ? AND deleted = FALSE", id) > 0;
    }

    public static long count(Tx tx) {
        return tx.number("SELECT COUNT(*) AS n FROM article WHERE deleted = FALSE");
    }

    /// Fills in what the editors' list needs, for articles written before there was one.
    public static void completeListing(Tx tx) {
        List<Kept> bare = tx.list(
                Articles::kept, "SELECT * FROM article WHERE search IS NULL AND deleted = FALSE AND content <> ''");
        for (Kept one : bare) {
            Listing.fill(tx, one.id, one.article);
        }
    }

    /// @param asked the revision since which an acknowledgement counts
    private record Kept(String id, long seq, boolean deleted, Article article, long asked) {}

    private static long askedSince(@Nullable Kept before, Edit edit, long seq) {
        if (before == null || before.deleted) {
            return seq;
        }
        return before.article.mustRead() && !edit.askAgain() ? before.asked : seq;
    }

    private static @Nullable Kept kept(Tx tx, String id) {
        return tx.first(Articles::kept, "SELECT * FROM article WHERE id = ? AND content <> ''", id).orElse(null);
    }

    private static Kept kept(Row row) {
        long asked = row.number("asked");
        return new Kept(
                row.text("id"),
                row.number("seq"),
                row.flag("deleted"),
                Json.read(row.text("content"), Article.class),
                asked == 0 ? row.number("seq") : asked);
    }

    private static void keepHistory(Tx tx, String id) {
        tx.update(
                """
                INSERT INTO article_revision(article, seq, deleted, changed, editor, content)
                SELECT id, seq, deleted, changed, editor, CASE WHEN deleted THEN '' ELSE content END
                FROM article WHERE id = ?""",
                id);
    }

    private static void put(Tx tx, Kept article, Edit edit) {
        String content = Json.text(article.article);
        if (tx.update(
                        """
                        UPDATE article SET seq = ?, deleted = FALSE, changed = ?, content = ?, editor = ?, asked = ?
                        WHERE id = ?""",
                        article.seq,
                        edit.at(),
                        content,
                        edit.editor(),
                        article.asked,
                        article.id)
                == 0) {
            tx.update(
                    """
                    INSERT INTO article(id, seq, deleted, changed, content, editor, asked)
                    VALUES(?, ?, FALSE, ?, ?, ?, ?)""",
                    article.id,
                    article.seq,
                    edit.at(),
                    content,
                    edit.editor(),
                    article.asked);
        }
        Listing.fill(tx, article.id, article.article);
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
