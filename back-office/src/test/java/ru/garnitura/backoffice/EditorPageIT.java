package ru.garnitura.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import ru.garnitura.backoffice.browser.Await;
import ru.garnitura.backoffice.browser.Browser;
import ru.garnitura.backoffice.web.Json;
import tools.jackson.databind.JsonNode;

/// The editors' page in a real Chromium.
@ExtendWith(DemoServer.class)
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class EditorPageIT {
    private static final Path PICTURES = Path.of("target", "pictures");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Browser page;

    private final Client client;
    private final Client lead;

    EditorPageIT(Client client) {
        this.client = client;
        this.lead = client.as("tikhonova");
    }

    @BeforeAll
    static void openBrowser() throws IOException {
        page = new Browser(folder);
    }

    @AfterAll
    static void closeBrowser() {
        page.close();
    }

    @BeforeEach
    void forgetWhatThePageKept() {
        page.open(client.url("/editor/icon.svg"));
        page.run("localStorage.clear(); sessionStorage.clear(); localStorage.setItem('garnitura-editor-lang', 'ru');");
        page.dark(false);
        page.errors();
    }

    @Test
    void anArticleIsWrittenPublishedChangedWithdrawnAndBroughtBack() throws IOException {
        signedIn("polyakova");
        page.click("#new");
        page.fill("#field-title", "Проверочная статья редактора");
        page.fill("#field-section", "Проверка / Редактор");
        page.fill("#field-body", "## Шаг\n\n**Важно** для всех.\n\n| а | б |\n|---|---|\n| 1 | 2 |\n");
        page.fill("#field-questions", "Сколько дней? | 3 | *5");
        page.awaitText("#preview", "Важно");
        assertThat(page.run("return document.querySelectorAll('#preview table td').length").asInt()).isEqualTo(2);
        picture("editor-new");
        page.click("#publish");
        page.awaitText("#notice", "Опубликовано");

        JsonNode made = only("Проверочная статья редактора");
        String id = made.get("id").asString();
        JsonNode stored = lead.get("/v1/kb/articles/" + id).json();
        assertThat(stored.get("section").valueStream().map(JsonNode::asString)).containsExactly("Проверка", "Редактор");
        assertThat(stored.get("questions").get(0).get("right").asInt()).isEqualTo(1);
        assertThat(stored.get("editor").get("name").asString()).isEqualTo("Вера Полякова");

        page.fill("#field-body", "Совсем другой текст.\n");
        page.click("#publish");
        Await.until("a second revision", () -> steps(id) == 2);
        page.awaitText("#notice", "Опубликовано");
        Await.until("the desk shows it", () -> page.valueOf("#field-body").startsWith("Совсем"));
        page.click("#withdraw");
        page.click("#withdraw");
        page.awaitText("#notice", "снята");
        assertThat(lead.get("/v1/kb/articles/" + id).json().get("op").asString()).isEqualTo("del");

        page.run("document.querySelector('#state-filter').value = 'withdrawn'; document.querySelector('#state-filter').dispatchEvent(new Event('change'));");
        page.click("[data-id='" + id + "']");
        page.awaitText("#state", "снята");
        page.click("#publish");
        Await.until("it is back", () -> lead.get("/v1/kb/articles/" + id).json().get("op").asString().equals("put"));
        lead.delete("/v1/kb/articles/" + id);
        assertThat(page.errors()).isEmpty();
    }

    @Test
    void ofTwoEditorsTheLaterSeesBothTextsAndLosesNeither() throws IOException {
        String id = lead.post("/v1/kb/articles", Map.of("title", "Спорная страница", "section", List.of("Проверка"), "body", "Было.\n"))
                .json().get("id").asString();
        signedIn("polyakova");
        page.fill("#words", "Спорная страница");
        page.click("[data-id='" + id + "']");
        Await.until("it is open", () -> page.valueOf("#field-body").equals("Было.\n"));
        page.fill("#field-body", "Моё дополнение.\n");
        lead.put("/v1/kb/articles/" + id, Json.bytes(Map.of("title", "Спорная страница", "section", List.of("Проверка"), "body", "Текст руководителя.\n")), "application/json");
        page.click("#publish");
        page.awaitText("#conflict", "Лидия Тихонова");
        assertThat(page.textOf("#conflict")).contains("Текст руководителя.", "Моё дополнение.");
        assertThat(page.valueOf("#field-body")).isEqualTo("Моё дополнение.\n");
        picture("editor-conflict");

        page.click("#conflict .bar button:nth-child(2)");
        Await.until("theirs is open", () -> page.valueOf("#field-body").equals("Текст руководителя.\n"));
        page.run("location.reload()");
        page.fill("#words", "Спорная страница");
        page.click("[data-id='" + id + "']");
        page.click("#back-to-mine");
        Await.until("mine is back", () -> page.valueOf("#field-body").equals("Моё дополнение.\n"));
        page.click("#publish");
        Await.until("published over theirs", () -> lead.get("/v1/kb/articles/" + id).json().get("body").asString().equals("Моё дополнение.\n"));
        assertThat(steps(id)).isEqualTo(3);
        lead.delete("/v1/kb/articles/" + id);
    }

    @Test
    void aDraftSurvivesTheLossOfThePage() throws IOException {
        signedIn("polyakova");
        openFirst("a-001", "Семейный 20");
        page.fill("#field-title", "Недописанный заголовок");
        page.run("location.reload()");
        page.fill("#words", "Семейный 20");
        page.awaitText("#lines", "черновик");
        page.click("[data-id='a-001']");
        page.awaitText("#state", "Черновик");
        assertThat(page.valueOf("#field-title")).isEqualTo("Недописанный заголовок");
        page.click("#article .bar button.danger");
        page.click("#article .bar button[data-sure]");
        Await.until("discarded", () -> page.valueOf("#field-title").contains("Семейный 20"));
        assertThat(lead.get("/v1/kb/articles/a-001").json().get("title").asString()).contains("Семейный 20");
    }

    @Test
    void hostileMarkdownRunsNothingInThePreview() throws IOException {
        signedIn("polyakova");
        page.click("#new");
        page.fill("#field-body", """
                <script>window.hit = 1</script><img src=x onerror="window.hit = 1">
                <svg onload="window.hit = 1"></svg> [x](javascript:window.hit=1) ![y](javascript:window.hit=1)
                <iframe srcdoc="<script>parent.hit = 1</script>"></iframe> <style>body { display: none }</style>

                <form action="https://example.com"><input autofocus onfocus="window.hit = 1"></form> конец
                """);
        page.awaitText("#preview", "конец");
        assertThat(page.run("return document.querySelectorAll('#preview :is(script, img, svg, iframe, style, form, input, a)').length").asInt()).isZero();
        assertThat(page.run("return Array.from(document.querySelectorAll('#preview *')).some((e) => Array.from(e.attributes).some((a) => /^on|src|href|style/.test(a.name)))").asBoolean()).isFalse();
        assertThat(page.run("return window.hit === undefined").asBoolean()).isTrue();
        // Even what got in by another way would not run: the page's own policy refuses it.
        page.run("const s = document.createElement('script'); s.textContent = 'window.hit = 1'; document.body.append(s);");
        assertThat(page.run("return window.hit === undefined").asBoolean()).isTrue();
    }

    @Test
    void flagsUnfoundWordsAndGapsAreShownAndAnswered() throws IOException {
        String id = lead.post("/v1/kb/articles", Map.of("title", "Обязательная проверка", "section", List.of("Проверка"),
                        "body", "Абзац с ошибкой.\n", "mustRead", true, "mustReadBy", "2020-01-01"))
                .json().get("id").asString();
        var operator = new Actions(client.as("orlova"));
        operator.push("kb.flag", id, Map.of("rev", "r1", "anchor", "", "quote", "Абзац с ошибкой", "kind", "wrong", "text", "Не так"));
        operator.push("kb.zero-result", "kb", Map.of("query", "слово которого нет"));
        signedIn("tikhonova");
        page.click("[data-go='reports']");
        page.awaitText("#flags", "Не так");
        page.awaitText("#unfound", "слово которого нет");
        picture("editor-reports");
        int before = open();
        page.click("#flags li:last-child [data-answer='fixed']");
        Await.until("one report less", () -> open() == before - 1);
        page.click("[data-go='gaps']");
        page.awaitText("#gaps", "Обязательная проверка");
        page.awaitText("#gaps [data-article='" + id + "']", "срок прошёл");
        assertThat(page.textOf("#gaps [data-article='" + id + "']")).contains("Карина Орлова", "0 из 5");
        picture("editor-gaps");
        lead.delete("/v1/kb/articles/" + id);
    }

    @Test
    void aFileIsTakenInAndThePageSpeaksBothLanguagesWithANameForEverything() throws IOException {
        Path file = Files.writeString(folder.resolve("base.jsonl"), "{\"id\":\"imported-1\",\"title\":\"Из файла\",\"section\":\"Проверка\",\"body\":\"Текст\"}\nсломано\n");
        signedIn("polyakova");
        page.click("[data-go='exchange']");
        page.type("#base-file", file.toString());
        page.awaitText("#report", "Добавлено: 1");
        assertThat(page.textOf("#report")).contains("не принято: 1", "строка 2");
        picture("editor-exchange");
        page.click("[data-go='articles']");
        openFirst("a-001", "Семейный 20");
        picture("editor-article");
        page.click(".lang[data-lang='en']");
        page.awaitText("#publish", "Publish");
        page.dark(true);
        picture("editor-article-en-dark");
        assertThat(page.run("""
                return Array.from(document.querySelectorAll('input, textarea, select, button'))
                  .filter((e) => e.checkVisibility() && !e.matches('.hidden'))
                  .filter((e) => !(e.innerText || e.getAttribute('aria-label') || e.labels?.length)).map((e) => e.outerHTML)""").size()).isZero();
        assertThat(page.run("return words.keys('ru').filter((k) => !words.keys('en').includes(k)).concat(words.keys('en').filter((k) => !words.keys('ru').includes(k)))").size()).isZero();
        assertThat(page.errors()).isEmpty();
        lead.delete("/v1/kb/articles/imported-1");
    }

    @Test
    void aFolderIsTakenInWithItsPlacesAsSections() throws IOException {
        Path base = Files.createDirectories(folder.resolve("picked/Тарифы/Архив"));
        Files.writeString(base.resolve("folder-1.md"), "# Из папки\n\nТекст статьи.\n");
        Files.writeString(base.resolveSibling("folder-2.html"), "<h1>Из HTML</h1><p>Ещё текст.</p>");
        Files.writeString(base.resolve("notes.txt"), "не статья");
        signedIn("polyakova");
        page.click("[data-go='exchange']");
        page.type("#folder", folder.resolve("picked").toString());
        page.awaitText("#report", "Добавлено: 2");
        JsonNode found = lead.get("/v1/kb/articles?q=" + URLEncoder.encode("Из папки", StandardCharsets.UTF_8)).json();
        assertThat(found.toString()).contains("Из папки", "Тарифы", "Архив");
        assertThat(page.errors()).isEmpty();
    }

    @Test
    void whoIsNoEditorIsToldSo() throws IOException {
        page.open(client.url("/editor/"));
        enter("orlova", "garnitura");
        page.awaitText("#door-error", "нет роли");
        enter("polyakova", "wrong");
        page.awaitText("#door-error", "не подходит");
        assertThat(page.textOf("#places")).isEmpty();
    }

    private void signedIn(String login) {
        page.open(client.url("/editor/"));
        enter(login, "garnitura");
        Await.until("the list is there", () -> !page.textOf("#lines").isEmpty());
    }

    private static void openFirst(String id, String words) {
        page.fill("#words", words);
        page.click("[data-id='" + id + "']");
        Await.until("it is open", () -> !page.valueOf("#field-body").isEmpty());
    }

    private static void enter(String login, String password) {
        page.fill("#login", login);
        page.fill("#password", password);
        page.click("#enter");
    }

    private static void picture(String name) throws IOException {
        page.screenshot(PICTURES.resolve(name + ".png"));
    }

    private JsonNode only(String title) {
        return lead.get("/v1/kb/articles?q=" + URLEncoder.encode(title, StandardCharsets.UTF_8)).json().get("items").get(0);
    }

    private int steps(String id) {
        return lead.get("/v1/kb/articles/" + id + "/history").json().get("items").size();
    }

    private int open() {
        return lead.get("/v1/kb/feedback").json().get("flags").size();
    }
}
