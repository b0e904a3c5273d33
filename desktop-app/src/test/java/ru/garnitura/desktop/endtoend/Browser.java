package ru.garnitura.desktop.endtoend;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A real Chromium without a window, driven over the W3C WebDriver protocol.
public final class Browser implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
    private static final List<String> FLAGS = List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--lang=ru", "--window-size=420,860");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process driver;
    private final String session;

    public Browser(Path folder) throws IOException, InterruptedException {
        int port = freePort();
        driver = new ProcessBuilder("chromedriver", "--port=" + port)
                .redirectErrorStream(true).redirectOutput(folder.resolve("chromedriver.log").toFile()).start();
        String server = "http://127.0.0.1:" + port;
        Await.until("chromedriver answers", () -> get(server + "/status").path("value").path("ready").asBoolean());
        var options = Map.of("binary", "/usr/bin/chromium", "args", flags(folder));
        JsonNode created = post(server + "/session", Map.of("capabilities",
                Map.of("alwaysMatch", Map.of("browserName", "chrome", "goog:chromeOptions", options))));
        session = server + "/session/" + created.path("value").path("sessionId").asString();
    }

    private static List<String> flags(Path folder) {
        var flags = new java.util.ArrayList<>(FLAGS);
        flags.add("--user-data-dir=" + folder.resolve("chromium"));
        return flags;
    }

    public void open(String url) throws IOException, InterruptedException {
        post(session + "/url", Map.of("url", url));
    }

    public void type(String css, String text) throws IOException, InterruptedException {
        post(session + "/element/" + find(css) + "/value", Map.of("text", text));
    }

    public void click(String css) throws IOException, InterruptedException {
        post(session + "/element/" + find(css) + "/click", Map.of());
    }

    /// The text a visitor sees in the first match; empty where there is none.
    public String textOf(String css) {
        try {
            return JSON.readTree(post(session + "/execute/sync", Map.of("args", List.of(css), "script",
                    "const e = document.querySelector(arguments[0]); return e && e.checkVisibility() ? e.innerText : '';"))
                    .toString()).path("value").asString();
        } catch (IOException _) {
            return "";
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while reading the page", e);
        }
    }

    public void screenshot(Path file) throws IOException, InterruptedException {
        String picture = get(session + "/screenshot").path("value").asString();
        Files.write(file, java.util.Base64.getDecoder().decode(picture));
    }

    private String find(String css) throws IOException, InterruptedException {
        return post(session + "/element", Map.of("using", "css selector", "value", css)).path("value").path(ELEMENT).asString();
    }

    private JsonNode get(String url) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url)).GET());
    }

    private JsonNode post(String url, Map<String, ?> body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url)).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        JsonNode answer = JSON.readTree(response.body());
        if (response.statusCode() != 200) {
            throw new IOException("WebDriver: " + answer.path("value").path("message").asString());
        }
        return answer;
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
        } catch (IOException | InterruptedException _) {
            driver.destroyForcibly();
        }
        http.close();
    }
}
