package ru.garnitura.desktop.link.kb;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.garnitura.desktop.link.rest.Json;
import ru.garnitura.kb.article.Article;
import ru.garnitura.kb.article.ArticleChange;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.article.ArticleText;
import ru.garnitura.kb.article.Attachment;
import ru.garnitura.kb.article.Labels;
import ru.garnitura.kb.article.Provenance;
import ru.garnitura.kb.article.Revision;
import ru.garnitura.kb.article.Section;
import tools.jackson.databind.JsonNode;

/// Reads one item of a delta page.
final class ArticleReader {

    private ArticleReader() {
    }

    static ArticleChange change(JsonNode item) {
        var id = new ArticleId(item.required("id").stringValue());
        String op = item.required("op").stringValue();
        return switch (op) {
            case "put" -> new ArticleChange.Put(article(id, item));
            case "del" -> new ArticleChange.Withdrawal(id);
            default -> throw new IllegalArgumentException("op " + op);
        };
    }

    private static Article article(ArticleId id, JsonNode item) {
        var text = new ArticleText(item.required("title").stringValue(), new Section(texts(item.path("section"))),
                item.path("lang").stringValue("ru"), item.required("body").stringValue(),
                item.path("attachments").valueStream().map(ArticleReader::attachment).toList());
        var labels = new Labels(texts(item.path("tags")), texts(item.path("synonyms")),
                item.path("mustRead").asBoolean(false), day(item, "mustReadBy"));
        var provenance = new Provenance(Json.text(item, "unit"), Json.text(item, "author"), day(item, "verifiedAt"),
                day(item, "expiresAt"));
        return new Article(id, new Revision(item.required("rev").stringValue()), text, labels, provenance);
    }

    private static Attachment attachment(JsonNode node) {
        return new Attachment(node.required("sha256").stringValue(), node.path("bytes").asLong(0),
                Json.text(node, "type"), Json.text(node, "name"));
    }

    private static @Nullable LocalDate day(JsonNode item, String name) {
        String text = Json.text(item, name);
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(node -> node.stringValue("")).toList();
    }
}
