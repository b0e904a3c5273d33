package ru.garnitura.backoffice.kb;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.store.Row;
import ru.garnitura.backoffice.store.Tx;
import ru.garnitura.backoffice.web.Json;

/// What each article was before, and who made it so.
public final class Revisions {
    private static final String NAMED = ", o.name AS editor_name FROM ";
    private static final String BY = " LEFT JOIN operator o ON o.id = r.editor WHERE ";

    private Revisions() {}

    /// Who published or withdrew.
    public record Editor(String id, String name) {}

    /// One revision whole.
    ///
    /// @param op `put` or `del`
    /// @param article null where it was withdrawn and its text is not known
    public record Revision(
            String id,
            String rev,
            String op,
            Instant changedAt,
            @Nullable Editor editor,
            @JsonUnwrapped @Nullable Article article) {}

    /// One line of the history.
    public record Step(String rev, String op, Instant changedAt, @Nullable Editor editor, @Nullable String title) {}

    /// What stands now; a withdrawn article comes with its last text.
    public static Optional<Revision> current(Tx tx, String id) {
        return tx.first(
                row -> revision(row, "id"), "SELECT r.*" + NAMED + "article r" + BY + "r.id = ?", id);
    }

    /// @param rev such as `r42`
    public static Optional<Revision> find(Tx tx, String id, String rev) {
        Optional<Revision> now = current(tx, id).filter(one -> one.rev().equals(rev));
        return now.isPresent()
                ? now
                : tx.first(
                        row -> revision(row, "article"),
                        "SELECT r.*" + NAMED + "article_revision r" + BY + "r.article = ? AND r.seq = ?",
                        id,
                        number(rev));
    }

    /// Newest first, what stands now included.
    public static List<Step> history(Tx tx, String id) {
        return tx.list(
                Revisions::step,
                """
                SELECT r.seq, r.deleted, r.changed, r.editor, r.content, o.name AS editor_name FROM (
                    SELECT seq, deleted, changed, editor, content FROM article WHERE id = ?
                    UNION ALL
                    SELECT seq, deleted, changed, editor, content FROM article_revision WHERE article = ?) r
                LEFT JOIN operator o ON o.id = r.editor ORDER BY r.seq DESC LIMIT 500""",
                id,
                id);
    }

    private static Revision revision(Row row, String id) {
        return new Revision(row.text(id), rev(row), op(row), row.time("changed"), editor(row), article(row));
    }

    private static Step step(Row row) {
        Article article = article(row);
        return new Step(rev(row), op(row), row.time("changed"), editor(row), article == null ? null : article.title());
    }

    private static String rev(Row row) {
        return "r" + row.number("seq");
    }

    private static String op(Row row) {
        return row.flag("deleted") ? "del" : "put";
    }

    private static @Nullable Article article(Row row) {
        String content = row.text("content");
        return content.isEmpty() ? null : Json.read(content, Article.class);
    }

    private static @Nullable Editor editor(Row row) {
        String id = row.textOrNull("editor");
        String name = row.textOrNull("editor_name");
        return id == null || name == null ? null : new Editor(id, name);
    }

    private static long number(String rev) {
        return rev.matches("r\\d{1,18}") ? Long.parseLong(rev.substring(1)) : -1;
    }
}
