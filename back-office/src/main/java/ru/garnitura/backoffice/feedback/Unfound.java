package ru.garnitura.backoffice.feedback;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.kb.Folded;
import ru.garnitura.backoffice.store.Row;
import ru.garnitura.backoffice.store.Tx;
import ru.garnitura.backoffice.web.Json;
import tools.jackson.databind.JsonNode;

/// Words that readers searched for in vain, most wanted first.
final class Unfound {
    private static final int AT_MOST = 5000;

    private Unfound() {}

    /// The same words of all who asked.
    ///
    /// @param ids of the reports, to be answered together
    record Words(String query, @Nullable String understoodAs, int times, int people, Instant lastAt, List<Long> ids) {}

    private record Report(long id, String query, @Nullable String understoodAs, String operator, Instant at) {}

    static List<Words> open(Tx tx) {
        Map<String, List<Report>> byWords = new LinkedHashMap<>();
        tx.list(
                        Unfound::report,
                        """
                        SELECT f.* FROM article_feedback f LEFT JOIN feedback_answer d ON d.feedback = f.id
                        WHERE f.kind = 'zero-result' AND d.feedback IS NULL ORDER BY f.id DESC LIMIT ?""",
                        AT_MOST)
                .forEach(report -> byWords
                        .computeIfAbsent(key(report.query), key -> new ArrayList<>())
                        .add(report));
        return byWords.values().stream()
                .map(Unfound::together)
                .sorted(Comparator.comparingInt(Words::times).reversed().thenComparing(Words::lastAt, Comparator.reverseOrder()))
                .toList();
    }

    private static Words together(List<Report> reports) {
        Report last = reports.getFirst();
        return new Words(
                last.query,
                last.understoodAs,
                reports.size(),
                Math.toIntExact(reports.stream().map(Report::operator).distinct().count()),
                last.at,
                reports.stream().map(Report::id).toList());
    }

    private static Report report(Row row) {
        JsonNode report = Json.read(row.text("content"), JsonNode.class);
        return new Report(
                row.number("id"),
                report.path("query").stringValue(""),
                report.path("understoodAs").stringValue(null),
                row.text("operator"),
                row.time("at"));
    }

    private static String key(String query) {
        return Folded.text(query).strip().replaceAll("\\s+", " ");
    }
}
