package ru.garnitura.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import ru.garnitura.backoffice.web.Json;
import tools.jackson.databind.JsonNode;

@ExtendWith(DemoServer.class)
class FeedbackIT {
    private final Client editor;
    private final Actions orlova;
    private final Actions lebedev;

    FeedbackIT(Client client) {
        this.editor = client.as("polyakova");
        this.orlova = new Actions(client.as("orlova"));
        this.lebedev = new Actions(client.as("lebedev"));
    }

    @Test
    void aFlagFindsItsParagraphAfterTheArticleChanged() {
        JsonNode made = publish("Документы", "## Что взять\n\nПаспорт и свидетельство о рождении ребёнка.\n", false, null);
        String id = made.get("id").asString();
        orlova.push("kb.flag", id, Map.of("rev", made.get("rev").asString(), "anchor", "что-взять",
                "quote", "свидетельство о рождении ребёнка", "kind", "outdated", "text", "Уже не просят"));
        JsonNode flag = flag(id);
        assertThat(flag.get("exact").asBoolean()).isTrue();

        rewrite(id, "## Куда идти\n\nВ офис.\n\n## Что взять\n\nПаспорт родителя, свидетельство ребёнка о рождении, СНИЛС.\n");
        JsonNode moved = flag(id);
        assertThat(moved.get("exact").asBoolean()).isFalse();
        assertThat(moved.get("passage").asString()).startsWith("Паспорт родителя");
        assertThat(moved.get("currentRev")).isNotEqualTo(moved.get("rev"));

        rewrite(id, "Статья переписана целиком.\n");
        assertThat(flag(id).hasNonNull("passage")).isFalse();
        assertThat(editor.get("/v1/kb/articles?state=flagged&limit=200").json().get("items").valueStream()
                        .filter(item -> item.get("id").asString().equals(id))
                        .map(item -> item.get("flags").asInt()))
                .containsExactly(1);

        answer(List.of(flag(id).get("id").asLong()), 1);
        assertThat(flags(id)).isEmpty();
        editor.delete("/v1/kb/articles/" + id);
    }

    @Test
    void theSameWordsNotFoundStandTogetherAndAreAnsweredTogether() {
        String words = "перенос на часы " + UUID.randomUUID();
        orlova.push("kb.zero-result", "kb", Map.of("query", words));
        orlova.push("kb.zero-result", "kb", Map.of("query", words.toUpperCase(Locale.ROOT)));
        lebedev.push("kb.zero-result", "kb", Map.of("query", " " + words.replace("на", " на")));
        JsonNode found = unfound(words).getFirst();
        assertThat(found.get("times").asInt()).isEqualTo(3);
        assertThat(found.get("people").asInt()).isEqualTo(2);
        List<Long> ids = found.get("ids").valueStream().map(JsonNode::asLong).toList();
        answer(ids, 3);
        answer(ids, 0);
        assertThat(unfound(words)).isEmpty();
        assertThat(editor.post("/v1/kb/feedback/answers", Map.of("ids", List.of(1), "answer", "maybe")).status())
                .isEqualTo(400);
    }

    @Test
    void theLeadSeesWhoHasNotReadAndACorrectionDoesNotAskAgain() {
        LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        JsonNode made = publish("Срочно прочитать", "Новый порядок.\n", true, yesterday);
        String id = made.get("id").asString();
        int readers = asked(id).get("of").asInt();
        assertThat(asked(id).get("read").asInt()).isZero();
        assertThat(asked(id).get("overdue").asBoolean()).isTrue();
        assertThat(missing(id)).contains("Карина Орлова", "Тимофей Лось").doesNotContain("Вера Полякова", "Лидия Тихонова");

        orlova.push("kb.ack", id, Map.of("rev", made.get("rev").asString()));
        assertThat(asked(id).get("read").asInt()).isEqualTo(1);
        assertThat(missing(id)).hasSize(readers - 1).doesNotContain("Карина Орлова");

        put(id, "Новый порядок, без опечатки.\n", yesterday, "");
        assertThat(missing(id)).doesNotContain("Карина Орлова");
        put(id, "Совсем новый порядок.\n", yesterday, "?askAgain=1");
        assertThat(missing(id)).contains("Карина Орлова");
        editor.delete("/v1/kb/articles/" + id);
        assertThat(gaps()).noneMatch(item -> item.get("id").asString().equals(id));
    }

    private JsonNode publish(String title, String body, boolean mustRead, @Nullable LocalDate by) {
        return editor.post("/v1/kb/articles", content(title, body, mustRead, by)).json();
    }

    private static Map<String, Object> content(String title, String body, boolean mustRead, @Nullable LocalDate by) {
        var content = new HashMap<String, Object>();
        content.put("title", title);
        content.put("section", List.of("Проверка"));
        content.put("body", body);
        content.put("mustRead", mustRead);
        if (by != null) {
            content.put("mustReadBy", by.toString());
        }
        return content;
    }

    private void rewrite(String id, String body) {
        editor.put("/v1/kb/articles/" + id,
                Json.bytes(content("Документы", body, false, null)), "application/json");
    }

    private void put(String id, String body, LocalDate by, String query) {
        assertThat(editor.put("/v1/kb/articles/" + id + query,
                        Json.bytes(content("Срочно прочитать", body, true, by)), "application/json").status())
                .isEqualTo(200);
    }

    private List<JsonNode> flags(String article) {
        return editor.get("/v1/kb/feedback").json().get("flags").valueStream()
                .filter(flag -> flag.get("article").asString().equals(article))
                .toList();
    }

    private JsonNode flag(String article) {
        return flags(article).getFirst();
    }

    private List<JsonNode> unfound(String words) {
        return editor.get("/v1/kb/feedback").json().get("unfound").valueStream()
                .filter(one -> one.get("query").asString().replaceAll("\\s+", " ").strip().equalsIgnoreCase(words))
                .toList();
    }

    private void answer(List<Long> ids, int closed) {
        assertThat(editor.post("/v1/kb/feedback/answers", Map.of("ids", ids, "answer", "fixed")).json().get("closed").asInt())
                .isEqualTo(closed);
    }

    private List<JsonNode> gaps() {
        return editor.get("/v1/kb/acknowledgements").json().get("items").valueStream().toList();
    }

    private JsonNode asked(String id) {
        return gaps().stream().filter(item -> item.get("id").asString().equals(id)).findFirst().orElseThrow();
    }

    private List<String> missing(String id) {
        return asked(id).get("missing").valueStream().map(who -> who.get("name").asString()).toList();
    }
}
