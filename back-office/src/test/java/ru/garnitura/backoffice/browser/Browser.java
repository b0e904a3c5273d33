package ru.garnitura.backoffice.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import ru.garnitura.backoffice.web.Json;
import tools.jackson.databind.JsonNode;

/// A real Chromium without a window, driven over the W3C WebDriver protocol.
public final class Browser implements AutoCloseable {
    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private final HttpClient http = HttpClient.newHttpClient();
    private final Process driver;
    private final String session;

    public Browser(Path folder) throws IOException {
        int port = freePort();
        driver = new ProcessBuilder("chromedriver", "--port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("chromedriver.log").toFile())
                .start();
        String server = "http://127.0.0.1:" + port;
        Await.until("chromedriver answers", () -> ready(server));
        List<String> flags = List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
                "--lang=ru", "--window-size=1400,900", "--user-data-dir=" + folder.resolve("chromium"));
        session = server + "/session/"
                + post(server + "/session", Map.of("capabilities", Map.of("alwaysMatch", Map.of("browserName", "chrome",
                        "goog:loggingPrefs", Map.of("browser", "ALL"),
                        "goog:chromeOptions", Map.of("binary", "/usr/bin/chromium", "args", flags))))).path("value").path("sessionId").asString();
    }

    private boolean ready(String server) {
        try {
            return send(HttpRequest.newBuilder(URI.create(server + "/status")).GET()).path("value").path("ready").asBoolean();
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    public void open(String url) {
        post(session + "/url", Map.of("url", url));
    }

    /// A second window of the same browser; [#switchTo] goes there.
    public String newWindow() {
        return post(session + "/window/new", Map.of("type", "tab")).path("value").path("handle").asString();
    }

    public String window() {
        return get(session + "/window").path("value").asString();
    }

    public void switchTo(String window) {
        post(session + "/window", Map.of("handle", window));
    }

    public void type(String css, String text) {
        post(session + "/element/" + find(css) + "/value", Map.of("text", text));
    }

    /// Replaces what stands in a field, as typing would.
    public void fill(String css, String text) {
        run("const e = document.querySelector(arguments[0]); e.focus(); e.value = arguments[1];"
                + "e.dispatchEvent(new Event('input', {bubbles: true})); e.dispatchEvent(new Event('change', {bubbles: true}));", css, text);
    }

    public void click(String css) {
        Await.until(css + " is there", () -> run("const e = document.querySelector(arguments[0]); return !!e && e.checkVisibility();", css).asBoolean());
        post(session + "/element/" + find(css) + "/click", Map.of());
    }

    /// The text a person sees in the first match; empty where there is none.
    public String textOf(String css) {
        return run("const e = document.querySelector(arguments[0]); return e && e.checkVisibility() ? e.innerText : '';", css).asString();
    }

    public String valueOf(String css) {
        return run("return document.querySelector(arguments[0])?.value ?? '';", css).asString();
    }

    /// What the script returns.
    public JsonNode run(String script, String... arguments) {
        return post(session + "/execute/sync", Map.of("args", List.of(arguments), "script", script)).path("value");
    }

    public void awaitText(String css, String text) {
        Await.until(css + " says " + text + "; it says " + textOf(css), () -> textOf(css).contains(text));
    }

    /// Errors the page reported so far.
    public List<String> errors() {
        return post(session + "/se/log", Map.of("type", "browser")).path("value").valueStream()
                .filter(line -> line.path("level").asString().equals("SEVERE"))
                .map(line -> line.path("message").asString())
                .toList();
    }

    public void dark(boolean dark) {
        command("Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    private void command(String name, Map<String, ?> parameters) {
        post(session + "/goog/cdp/execute", Map.of("cmd", name, "params", parameters));
    }

    public void screenshot(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, Base64.getDecoder().decode(get(session + "/screenshot").path("value").asString()));
    }

    private String find(String css) {
        return post(session + "/element", Map.of("using", "css selector", "value", css)).path("value").path(ELEMENT).asString();
    }

    private JsonNode get(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).GET());
    }

    private JsonNode post(String url, Map<String, ?> body) {
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body))));
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.timeout(LONGEST).build(), HttpResponse.BodyHandlers.ofByteArray());
            JsonNode answer = Json.read(response.body(), JsonNode.class);
            if (response.statusCode() != 200) {
                throw new IOException("WebDriver: " + answer.path("value").path("message").asString());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while driving the browser", e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        try {
            send(HttpRequest.newBuilder(URI.create(session)).DELETE());
            driver.destroy();
            driver.waitFor(5, TimeUnit.SECONDS);
        } catch (UncheckedIOException | InterruptedException e) {
            driver.destroyForcibly();
        }
        http.close();
    }
}
