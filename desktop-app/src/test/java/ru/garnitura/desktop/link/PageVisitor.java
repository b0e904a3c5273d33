package ru.garnitura.desktop.link;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import ru.garnitura.desktop.link.rest.Json;
import tools.jackson.databind.JsonNode;

/// A customer at the chat page: the public protocol on the JDK's own client.
final class PageVisitor implements WebSocket.Listener, AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private final URI server;
    private final String token;
    private WebSocket socket;

    PageVisitor(URI server, String name) throws IOException, InterruptedException {
        this.server = server;
        String body = Json.object().put("name", name).put("language", "ru").put("channel", "site").toString();
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(server.resolve("/v1/visitor/visits"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(), HttpResponse.BodyHandlers.ofString());
        this.token = Json.read(answer.body()).required("token").stringValue();
        this.socket = connect();
    }

    private WebSocket connect() {
        URI page = URI.create(server.toString().replaceFirst("^http", "ws") + "/v1/visitor");
        WebSocket open = http.newWebSocketBuilder().buildAsync(page, this).join();
        open.sendText(Json.object().put("t", "hello").put("token", token).put("seq", 0).toString(), true).join();
        return open;
    }

    void reconnect() {
        frames.clear();
        socket = connect();
    }

    void say(String text) {
        socket.sendText(Json.object().put("t", "msg").put("key", UUID.randomUUID().toString()).put("text", text)
                .toString(), true).join();
    }

    List<String> heard() {
        return frames.stream()
                .filter(frame -> Json.text(frame, "t").equals("msg") && Json.text(frame, "from").equals("operator"))
                .map(frame -> Json.text(frame, "text"))
                .toList();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            frames.add(Json.read(partial.toString()));
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public void close() {
        socket.abort();
        http.close();
    }
}
