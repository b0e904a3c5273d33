package ru.garnitura.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.garnitura.backoffice.exchange.ImportReport;
import ru.garnitura.backoffice.kb.Article;
import ru.garnitura.backoffice.kb.Revisions;
import ru.garnitura.backoffice.web.Json;
import tools.jackson.databind.JsonNode;

@ExtendWith(DemoServer.class)
class ExchangeIT {
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Client editor;

    ExchangeIT(Client client) {
        this.editor = client.as("polyakova");
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "base.zip", "base.jsonl"})
    void aBaseExportedAndImportedElsewhereIsTheSameBase(String name) throws IOException {
        Map<String, Article> before;
        Path file = folder.resolve(name);
        try (var demo = KnowledgeBase.open(Setup.local(0, folder.resolve("demo"), true, null))) {
            before = articles(demo);
            assertThat(demo.exports().to(file)).isEqualTo(before.size()).isGreaterThanOrEqualTo(150);
        }
        try (var fresh = KnowledgeBase.open(Setup.local(0, folder.resolve("fresh"), false, null))) {
            assertThat(fresh.imports().from(file, null)).isEqualTo(new ImportReport(before.size(), 0, 0, List.of()));
            assertThat(articles(fresh)).isEqualTo(before);
            assertThat(fresh.imports().from(file, null)).isEqualTo(new ImportReport(0, 0, before.size(), List.of()));
        }
    }

    @Test
    void aFolderOfMarkdownAndHtmlBecomesSectionsLinksAndAttachments() throws IOException {
        Path texts = Files.createDirectories(folder.resolve("texts/Тарифы/Роуминг"));
        Files.write(texts.resolve("map.png"), PICTURE);
        Files.writeString(texts.resolve("abroad.md"), "# За границей\n\nСм. карту.\n\n![Карта](map.png)\n![Чужое](../../../secret.png)\n");
        Files.writeString(folder.resolve("texts/Тарифы/old.html"), "<h1>Старый тариф</h1><p>Смотри <a href=\"Роуминг/abroad.md\">сюда</a>.</p>");
        Files.write(folder.resolve("secret.png"), PICTURE);
        Files.createSymbolicLink(folder.resolve("texts/link.md"), Files.writeString(folder.resolve("secret.md"), "# Тайна"));
        Files.write(folder.resolve("texts/broken.md"), new byte[] {(byte) 0xff, (byte) 0xfe, 1});
        Files.writeString(folder.resolve("texts/wrong.md"), "---\ntitle: a\nverified: never\n---\nтекст");
        Path root = folder.resolve("texts");
        try (var base = KnowledgeBase.open(Setup.local(0, folder.resolve("data"), false, null))) {
            ImportReport report = base.imports().from(root, null);
            assertThat(report.added()).isEqualTo(2);
            assertThat(report.refused()).extracting(ImportReport.Refused::name).containsExactly("broken.md", "wrong.md");
            Map<String, Article> all = articles(base);
            Article abroad = titled(all, "За границей");
            assertThat(abroad.section()).containsExactly("Тарифы", "Роуминг");
            assertThat(abroad.attachments()).singleElement().satisfies(one -> assertThat(one.name()).isEqualTo("map.png"));
            String id = all.entrySet().stream().filter(one -> one.getValue().equals(abroad)).findFirst().orElseThrow().getKey();
            assertThat(titled(all, "Старый тариф").body()).contains("[сюда](kb:" + id + ")");

            Path out = folder.resolve("out");
            base.exports().to(out);
            assertThat(out.resolve("attachments").resolve(abroad.attachments().getFirst().sha256())).hasBinaryContent(PICTURE);
            try (var other = KnowledgeBase.open(Setup.local(0, folder.resolve("other"), false, null))) {
                other.imports().from(out, null);
                assertThat(articles(other)).isEqualTo(all);
            }
        }
    }

    @Test
    void aPublishedCollectionOfJsonLinesIsRead() throws IOException {
        String lines = """
                {"id":"ru/text/guide/a.html","title":"Изменение свойств","section":"Макросы / Basic","body":"текст","keywords":"кнопка, цвет","cyr":0.9}
                not json

                {"id":"x","title":"Без текста"}
                """;
        Path file = folder.resolve("corpus.jsonl.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(lines.getBytes(StandardCharsets.UTF_8));
        }
        try (var base = KnowledgeBase.open(Setup.local(0, folder.resolve("data"), false, null))) {
            ImportReport report = base.imports().from(file, null);
            assertThat(report.added()).isEqualTo(1);
            assertThat(report.refused()).extracting(ImportReport.Refused::name).containsExactly("line 2", "line 4");
            Article read = articles(base).values().iterator().next();
            assertThat(read.section()).containsExactly("Макросы", "Basic");
            assertThat(read.tags()).containsExactly("кнопка", "цвет");
        }
    }

    @Test
    void theSameThroughTheServerWithPathsThatTryToLeave() throws IOException {
        assertThat(editor.post("/v1/kb/import", zip("../../outside.md", "# Снаружи"), "application/zip").status()).isEqualTo(400);
        byte[] zip = zip("Импорт/one.md", "# Из архива\n\n![x](../../../../etc/passwd)");
        Client.Reply reply = editor.post("/v1/kb/import", zip, "application/zip");
        JsonNode report = reply.json();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(report.get("added").asInt()).isEqualTo(1);
        JsonNode found = editor.get("/v1/kb/articles?q=" + URLEncoder.encode("архива", StandardCharsets.UTF_8)).json();
        String id = found.get("items").valueStream().filter(one -> one.get("title").asString().equals("Из архива"))
                .findFirst().orElseThrow().get("id").asString();
        assertThat(editor.get("/v1/kb/articles/" + id).json().get("attachments").size()).isZero();
        assertThat(editor.get("/v1/kb/articles/" + id + "/history").json().get("items").get(0).get("editor").get("id").asString())
                .isEqualTo("op-7");

        byte[] out = editor.get("/v1/kb/export?format=jsonl").bytes();
        assertThat(new String(out, StandardCharsets.UTF_8).lines().map(line -> Json.read(line, JsonNode.class).get("id").asString()))
                .contains("a-001", id);
        assertThat(editor.post("/v1/kb/import", new byte[] {1, 2, 3}, "application/zip").status()).isEqualTo(400);
        assertThat(editor.post("/v1/kb/import", out, "text/plain").status()).isEqualTo(415);
        editor.get("/v1/kb/articles?section=" + URLEncoder.encode("Импорт", StandardCharsets.UTF_8)).json().get("items")
                .forEach(one -> editor.delete("/v1/kb/articles/" + one.get("id").asString()));
    }

    private static byte[] zip(String name, String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static Article titled(Map<String, Article> all, String title) {
        return all.values().stream().filter(one -> one.title().equals(title)).findFirst().orElseThrow();
    }

    private static Map<String, Article> articles(KnowledgeBase base) {
        return base.store().read(tx -> {
            Map<String, Article> all = new LinkedHashMap<>();
            tx.list(row -> row.text("id"), "SELECT id FROM article WHERE deleted = FALSE ORDER BY id").forEach(id -> {
                Article article = Revisions.current(tx, id).map(Revisions.Revision::article).orElseThrow();
                all.put(id, article);
            });
            return all;
        });
    }
}
