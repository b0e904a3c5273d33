package ru.garnitura.backoffice.feedback;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.kb.Article;
import ru.garnitura.backoffice.signin.Operator;
import ru.garnitura.backoffice.signin.Operators;
import ru.garnitura.backoffice.signin.Role;
import ru.garnitura.backoffice.store.Row;
import ru.garnitura.backoffice.store.Tx;
import ru.garnitura.backoffice.web.Json;
import tools.jackson.databind.JsonNode;

/// Who has acknowledged what must be read, and who has not. An acknowledgement counts from the revision that asked for
/// it on: publishing a correction does not ask everybody again, unless the editor says so.
final class Acknowledgements {

    private Acknowledgements() {}

    /// One article that must be read.
    ///
    /// @param rev the revision of today
    /// @param askedRev the first revision whose acknowledgement counts
    /// @param read how many have acknowledged
    /// @param of how many have to
    record Asked(
            String id,
            String rev,
            String askedRev,
            String title,
            @Nullable LocalDate mustReadBy,
            boolean overdue,
            int read,
            int of,
            List<Flags.Person> missing) {}

    private record MustRead(String id, long seq, long asked, Article article) {}

    static List<Asked> all(Tx tx, Instant now) {
        List<Operator> readers = Operators.all(tx).stream()
                .filter(one -> one.is(Role.OPERATOR) || one.is(Role.TRAINEE))
                .toList();
        Map<String, Map<String, Long>> acknowledged = acknowledged(tx);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return tx
                .list(
                        Acknowledgements::mustRead,
                        "SELECT * FROM article WHERE deleted = FALSE AND content LIKE '%\"mustRead\":true%' ORDER BY seq DESC")
                .stream()
                .filter(one -> one.article.mustRead())
                .map(one -> asked(one, readers, acknowledged.getOrDefault(one.id, Map.of()), today))
                .toList();
    }

    private static Asked asked(MustRead one, List<Operator> readers, Map<String, Long> acknowledged, LocalDate today) {
        Set<String> done = new HashSet<>();
        acknowledged.forEach((operator, seq) -> {
            if (seq >= one.asked) {
                done.add(operator);
            }
        });
        List<Flags.Person> missing = readers.stream()
                .filter(reader -> !done.contains(reader.id()))
                .map(reader -> new Flags.Person(reader.id(), reader.name()))
                .toList();
        LocalDate by = one.article.mustReadBy();
        boolean overdue = by != null && by.isBefore(today) && !missing.isEmpty();
        return new Asked(
                one.id,
                "r" + one.seq,
                "r" + one.asked,
                one.article.title(),
                by,
                overdue,
                readers.size() - missing.size(),
                readers.size(),
                missing);
    }

    /// By article and operator, the highest revision acknowledged.
    private static Map<String, Map<String, Long>> acknowledged(Tx tx) {
        Map<String, Map<String, Long>> found = new HashMap<>();
        tx.list(
                        row -> new String[] {row.text("article"), row.text("operator"), row.text("content")},
                        "SELECT article, operator, content FROM article_feedback WHERE kind = 'ack'")
                .forEach(row -> found
                        .computeIfAbsent(row[0], article -> new HashMap<>())
                        .merge(row[1], revision(row[2]), Math::max));
        return found;
    }

    private static long revision(String content) {
        String rev = Json.read(content, JsonNode.class).path("rev").stringValue("");
        return rev.matches("r\\d{1,18}") ? Long.parseLong(rev.substring(1)) : 0;
    }

    private static MustRead mustRead(Row row) {
        long seq = row.number("seq");
        long asked = row.number("asked");
        return new MustRead(row.text("id"), seq, asked == 0 ? seq : asked, Json.read(row.text("content"), Article.class));
    }
}
