package ru.garnitura.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import ru.garnitura.backoffice.kb.Articles;
import ru.garnitura.backoffice.web.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@ExtendWith(DemoServer.class)
class KnowledgeBaseIT {
    private final Client reader;
    private final Client lead;
    private final BackOfficeServer server;

    KnowledgeBaseIT(Client client, BackOfficeServer server) {
        this.reader = client.as("orlova");
        this.lead = client.as("tikhonova");
        this.server = server;
    }

    @Test
    void aSnapshotComesInPagesAndEndsInADelta() {
        Map<String, String> revs = snapshot(40);
        JsonNode manifest = reader.get("/v1/kb/manifest?full=1").json();
        assertThat(revs).hasSize(manifest.get("count").asInt());
        assertThat(hash(revs)).isEqualTo(manifest.get("hash").asString());
        assertThat(manifest.get("items").size()).isEqualTo(revs.size());
    }

    @Test
    void changesAndTombstonesComeInOrder() {
        String cursor = cursor();
        write("a-900", "Новая статья");
        write("a-901", "Другая статья");
        lead.delete("/v1/kb/articles/a-900");
        JsonNode delta = reader.get("/v1/kb/articles/delta?cursor=" + cursor).json();
        assertThat(delta.get("items").valueStream().map(item -> item.get("op").asString() + item.get("id").asString()))
                .containsExactly("puta-901", "dela-900");
        JsonNode sample = sample("kb-delta.delta.response").get("items");
        assertThat(new TreeSet<>(delta.get("items").get(1).propertyNames()))
                .isEqualTo(new TreeSet<>(sample.get(1).propertyNames()));
        assertThat(new TreeSet<>(delta.get("items").get(0).propertyNames()))
                .isEqualTo(new TreeSet<>(sample.get(0).propertyNames()));
        lead.delete("/v1/kb/articles/a-901");
    }

    @Test
    void aDeltaIsPagedToo() {
        String cursor = cursor();
        write("a-910", "Первая");
        write("a-911", "Вторая");
        JsonNode first = reader.get("/v1/kb/articles/delta?limit=1&cursor=" + cursor).json();
        assertThat(first.get("more").asBoolean()).isTrue();
        JsonNode second = reader.get(
                        "/v1/kb/articles/delta?limit=1&cursor=" + first.get("next").asString())
                .json();
        assertThat(second.get("items").get(0).get("id").asString()).isEqualTo("a-911");
        assertThat(second.get("more").asBoolean()).isFalse();
        lead.delete("/v1/kb/articles/a-910");
        lead.delete("/v1/kb/articles/a-911");
    }

    @Test
    void aLongPollIsAnsweredAtOnceWhenSomethingChanges() {
        String cursor = cursor();
        try (var lane = Executors.newVirtualThreadPerTaskExecutor()) {
            var poll = CompletableFuture.supplyAsync(
                    () -> reader.get("/v1/kb/articles/delta?wait=50&cursor=" + cursor), lane);
            write("a-920", "Срочная статья");
            JsonNode delta = poll.join().json();
            assertThat(delta.get("items").get(0).get("id").asString()).isEqualTo("a-920");
        }
        lead.delete("/v1/kb/articles/a-920");
    }

    @Test
    void nothingChangedIsNotSent() {
        String cursor = cursor();
        String path = "/v1/kb/articles/delta?wait=1&cursor=" + cursor;
        Client.Reply empty = reader.get(path);
        assertThat(empty.json().get("items").size()).isZero();
        Client.Reply again = reader.get(path, "If-None-Match", empty.headers().get("ETag"));
        assertThat(again.status()).isEqualTo(304);
    }

    @Test
    void aCursorOfAnotherEpochStartsOver() {
        String cursor = cursor();
        server.store().write(tx -> {
            Articles.newEpoch(tx);
            return tx;
        });
        Client.Reply reset = reader.get("/v1/kb/articles/delta?cursor=" + cursor);
        assertThat(reset.status()).isEqualTo(410);
        assertThat(reset.code()).isEqualTo("cursor_reset");
        assertThat(reset.json().get("epoch").asString())
                .isEqualTo(reader.get("/v1/kb/manifest").json().get("epoch").asString());
        assertThat(reader.get("/v1/kb/articles/delta?cursor=nonsense").status()).isEqualTo(400);
    }

    @Test
    void answersAreGzippedWhereAskedFor() {
        Client.Reply packed = reader.get("/v1/kb/articles/delta?limit=50", "Accept-Encoding", "gzip");
        Client.Reply plain = reader.get("/v1/kb/articles/delta?limit=50", "Accept-Encoding", "identity");
        assertThat(packed.headers().get("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.bytes().length * 2).isLessThan(plain.bytes().length);
    }

    private Map<String, String> snapshot(int limit) {
        var revs = new LinkedHashMap<String, String>();
        String cursor = "";
        boolean more = true;
        while (more) {
            JsonNode page = reader.get("/v1/kb/articles/delta?limit=" + limit + cursor).json();
            assertThat(page.get("mode").asString()).isEqualTo("snapshot");
            page.get("items")
                    .forEach(item -> revs.put(item.get("id").asString(), item.get("rev").asString()));
            cursor = "&cursor=" + page.get("next").asString();
            more = page.get("more").asBoolean();
        }
        return revs;
    }

    private String cursor() {
        return reader.get("/v1/kb/manifest").json().get("cursor").asString();
    }

    private void write(String id, String title) {
        ObjectNode article = (ObjectNode) sample("kb-article.put.request");
        article.put("title", title);
        assertThat(lead.put("/v1/kb/articles/" + id, Json.bytes(article), "application/json")
                        .status())
                .isEqualTo(200);
    }

    private static JsonNode sample(String name) {
        try {
            return ContractSamplesTest.sample(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(Map<String, String> revs) {
        String lines = revs.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue() + "\n")
                .sorted()
                .collect(Collectors.joining());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
