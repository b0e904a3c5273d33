package ru.garnitura.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import ru.garnitura.backoffice.web.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@ExtendWith(DemoServer.class)
class EditingIT {
    private static final String JSON = "application/json";
    private final Client editor;
    private final Client operator;
    private final Client lead;

    EditingIT(Client client) {
        this.editor = client.as("polyakova");
        this.operator = client.as("orlova");
        this.lead = client.as("tikhonova");
    }

    @Test
    void onlyEditorsAndLeadsReadAndWriteHere() throws IOException {
        for (String path : List.of("/v1/kb/articles", "/v1/kb/articles/a-001", "/v1/kb/articles/a-001/history",
                "/v1/kb/sections", "/v1/kb/feedback", "/v1/kb/acknowledgements", "/v1/kb/export")) {
            assertThat(operator.get(path).status()).as(path).isEqualTo(403);
            assertThat(editor.get(path).status()).as(path).isEqualTo(200);
            assertThat(lead.get(path).status()).as(path).isEqualTo(200);
        }
        assertThat(operator.put("/v1/kb/articles/a-001", article("Чужое"), JSON).status()).isEqualTo(403);
        assertThat(operator.post("/v1/kb/preview", Map.of("body", "")).status()).isEqualTo(403);
        assertThat(operator.delete("/v1/kb/articles/a-001").status()).isEqualTo(403);
    }

    @Test
    void articlesAreFoundByWordFormsSectionAndState() {
        assertThat(titles("?q=" + encoded("семейного тарифа"))).anyMatch(title -> title.contains("Семейный 20"));
        assertThat(titles("?q=" + encoded("семейка"))).isNotEmpty();
        assertThat(titles("?q=" + encoded("ничегошеньки %_!"))).isEmpty();
        assertThat(titles("?q=" + encoded("%_!"))).hasSizeGreaterThan(20);
        JsonNode place = editor.get("/v1/kb/sections").json().get("items").get(0);
        String section = String.join("\n", place.get("section").valueStream().map(JsonNode::asString).toList());
        JsonNode page = editor.get("/v1/kb/articles?limit=200&section=" + encoded(section)).json();
        assertThat(page.get("total").asLong()).isEqualTo(place.get("count").asLong());
        assertThat(editor.get("/v1/kb/articles?state=nonsense").status()).isEqualTo(400);
    }

    @Test
    void aListIsPagedWithoutHoles() {
        long total = editor.get("/v1/kb/articles?limit=1").json().get("total").asLong();
        long seen = IntStream.iterate(0, offset -> offset < total, offset -> offset + 40)
                .mapToObj(offset -> editor.get("/v1/kb/articles?limit=40&offset=" + offset).json().get("items"))
                .flatMap(JsonNode::valueStream)
                .map(item -> item.get("id").asString())
                .distinct()
                .count();
        assertThat(seen).isEqualTo(total);
    }

    @Test
    void anArticleLivesFromDraftToWithdrawalAndBackWithItsWholeHistory() throws IOException {
        JsonNode made = editor.post("/v1/kb/articles", Json.read(article("Первая"), JsonNode.class)).json();
        String path = "/v1/kb/articles/" + made.get("id").asString();
        String second = put(path, "Вторая", made.get("rev").asString()).json().get("rev").asString();
        assertThat(editor.delete(path, "If-Match", '"' + second + '"').status()).isEqualTo(204);
        JsonNode withdrawn = editor.get(path).json();
        assertThat(withdrawn.get("op").asString()).isEqualTo("del");
        assertThat(withdrawn.get("title").asString()).isEqualTo("Вторая");
        assertThat(titles("?state=withdrawn&q=" + encoded("вторая"))).containsExactly("Вторая");
        put(path, "Третья", withdrawn.get("rev").asString());

        List<JsonNode> steps = editor.get(path + "/history").json().get("items").valueStream().toList();
        assertThat(steps.stream().map(step -> step.get("op").asString())).containsExactly("put", "del", "put", "put");
        assertThat(steps).allMatch(step -> step.get("editor").get("name").asString().equals("Вера Полякова"));
        assertThat(editor.get(path + "/revisions/" + made.get("rev").asString()).json().get("title").asString())
                .isEqualTo("Первая");
        assertThat(editor.get(path + "/revisions/r999999999").status()).isEqualTo(404);
        assertThat(operator.get("/v1/kb/manifest?full=1").json().get("items").valueStream()
                        .anyMatch(item -> item.get("id").equals(made.get("id"))))
                .isTrue();
        editor.delete(path);
    }

    @Test
    void theLaterOfTwoEditorsIsToldAndNothingIsWritten() throws IOException {
        JsonNode made = editor.post("/v1/kb/articles", Json.read(article("Спорная"), JsonNode.class)).json();
        String path = "/v1/kb/articles/" + made.get("id").asString();
        String base = made.get("rev").asString();
        String rev = put(path, "Редакция первого", base).json().get("rev").asString();
        Client.Reply refused = lead.put(path, article("Редакция второго"), JSON, "If-Match", '"' + base + '"');
        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.code()).isEqualTo("revision_conflict");
        JsonNode current = refused.json().get("current");
        assertThat(current.get("rev").asString()).isEqualTo(rev);
        assertThat(current.get("title").asString()).isEqualTo("Редакция первого");
        assertThat(current.get("editor").get("id").asString()).isEqualTo("op-7");
        assertThat(lead.delete(path, "If-Match", '"' + base + '"').status()).isEqualTo(412);
        assertThat(editor.get(path).json().get("title").asString()).isEqualTo("Редакция первого");
        editor.delete(path);
    }

    @Test
    void ofManyAtOnceOneWinsAndEachRevisionIsKept() throws IOException {
        JsonNode made = editor.post("/v1/kb/articles", Json.read(article("Гонка"), JsonNode.class)).json();
        String path = "/v1/kb/articles/" + made.get("id").asString();
        byte[] body = article("Победа");
        List<Integer> statuses;
        try (var lanes = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Integer>> running = IntStream.range(0, 12)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> editor.put(path, body, JSON, "If-Match", made.get("rev").asString()).status(), lanes))
                    .toList();
            statuses = running.stream().map(CompletableFuture::join).toList();
        }
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
        assertThat(statuses.stream().filter(status -> status == 412)).hasSize(11);
        assertThat(editor.get(path + "/history").json().get("items").size()).isEqualTo(2);
        editor.delete(path);
    }

    @Test
    void hostileMarkdownBecomesTextInThePreview() {
        String html = editor.post("/v1/kb/preview", Map.of("body", """
                <script>alert(1)</script> <img src=x onerror=alert(1)>

                [ссылка](javascript:alert(1)) [дом](https://example.com/) [наша](kb:a-001#part)
                ![картинка](https://example.com/track.png) <svg onload=alert(1)>

                | a | b |
                |---|:-:|
                | 1 | <b onclick=alert(1)>2</b> |
                """)).json().get("html").asString();
        assertThat(html).doesNotContain("<script", "<img src", "href=", "<svg", "<b ", "style=");
        assertThat(html).doesNotContainPattern("<[^>]*(src|style|on[a-z]+)=");
        assertThat(html).contains("data-article=\"kb:a-001#part\"", "data-file=", "<table>");
    }

    @Test
    void traineesAreAskedWhatArticlesOfTodayAsk() {
        Client.Reply reply = operator.get("/v1/kb/questions");
        assertThat(reply.json().get("items").valueStream().filter(item -> item.get("article").asString().equals("a-006")))
                .hasSize(2)
                .allSatisfy(item -> assertThat(item.get("right").asInt()).isLessThan(item.get("answers").size()));
        assertThat(operator.get("/v1/kb/questions", "If-None-Match", reply.headers().get("ETag")).status()).isEqualTo(304);
    }

    @Test
    void whatIsNoArticleIsRefused() {
        for (String body : List.of("{\"title\":\" \",\"body\":\"\"}", "{\"title\":\"a\"}", "[]", "{",
                "{\"title\":\"a\",\"body\":\"b\",\"questions\":[{\"text\":\"q\",\"answers\":[\"one\"],\"right\":0}]}",
                "{\"title\":\"a\",\"body\":\"b\",\"attachments\":[{\"sha256\":\"../x\",\"bytes\":1,\"type\":\"a/b\",\"name\":\"c\"}]}")) {
            assertThat(editor.post("/v1/kb/articles", body.getBytes(StandardCharsets.UTF_8), JSON).status())
                    .as(body)
                    .isEqualTo(400);
        }
        assertThat(editor.get("/v1/kb/articles/..%2Fetc").status()).isEqualTo(400);
        assertThat(editor.get("/v1/kb/articles/nobody").status()).isEqualTo(404);
    }

    private Client.Reply put(String path, String title, String base) throws IOException {
        Client.Reply reply = editor.put(path, article(title), JSON, "If-Match", '"' + base + '"');
        assertThat(reply.status()).isEqualTo(200);
        return reply;
    }

    private static byte[] article(String title) throws IOException {
        ObjectNode article = (ObjectNode) ContractSamplesTest.sample("kb-article.put.request");
        return Json.bytes(article.put("title", title));
    }

    private List<String> titles(String query) {
        return editor.get("/v1/kb/articles" + query).json().get("items").valueStream()
                .map(item -> item.get("title").asString())
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
