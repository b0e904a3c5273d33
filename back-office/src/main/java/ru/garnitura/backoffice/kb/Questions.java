package ru.garnitura.backoffice.kb;

import java.util.List;
import ru.garnitura.backoffice.store.Tx;
import ru.garnitura.backoffice.web.Json;

/// What trainees are asked about the articles of today.
///
/// @param items in the order of articles
record Questions(List<Asked> items) {

    /// A question with the article it is about.
    record Asked(String article, String text, List<String> answers, int right) {}

    static Questions all(Tx tx) {
        return new Questions(tx
                .list(
                        row -> new Source(row.text("id"), Json.read(row.text("content"), Article.class)),
                        "SELECT id, content FROM article WHERE deleted = FALSE AND content LIKE '%\"questions\":[{%' ORDER BY id")
                .stream()
                .flatMap(source -> source.article.questions().stream()
                        .filter(question -> !question.answers().isEmpty())
                        .map(question -> new Asked(source.id, question.text(), question.answers(), question.right())))
                .toList());
    }

    private record Source(String id, Article article) {}
}
