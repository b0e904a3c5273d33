package ru.garnitura.desktop.training;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One visit over the public page protocol (`back-office/contract`, visitor part). The listener only enqueues; a
/// customer's own thread takes what arrived.
final class VisitorSocket extends WebSocketListener implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final BlockingQueue<JsonNode> arrived = new LinkedBlockingQueue<>(10_000);
    private final WebSocket socket;

    VisitorSocket(OkHttpClient http, String server, String token) {
        socket = http.newWebSocket(new Request.Builder().url(server + "/v1/visitor").build(), this);
        send(Map.of("t", "hello", "token", token, "seq", 0));
    }

    void say(String text) {
        send(Map.of("t", "msg", "key", UUID.randomUUID().toString(), "text", text));
    }

    void typing() {
        send(Map.of("t", "typing", "ttl", 5));
    }

    void read(long upto) {
        send(Map.of("t", "ack", "seq", upto));
        send(Map.of("t", "read", "upto", upto));
    }

    /// The next frame, or null when none came in time. A frame of kind `lost` stands for the end of the connection.
    @Nullable JsonNode take(long milliseconds) throws InterruptedException {
        return arrived.poll(milliseconds, TimeUnit.MILLISECONDS);
    }

    /// The operator goes on writing: a person waits for the end of it.
    boolean hasFrameWaiting() {
        return !arrived.isEmpty();
    }

    private void send(Map<String, Object> frame) {
        socket.send(JSON.writeValueAsString(frame));
    }

    @Override
    public void onMessage(WebSocket webSocket, String text) {
        arrived.add(JSON.readTree(text));
    }

    @Override
    public void onClosing(WebSocket webSocket, int code, String reason) {
        webSocket.close(1000, null);
        lost();
    }

    @Override
    public void onFailure(WebSocket webSocket, Throwable failure, @Nullable Response response) {
        lost();
    }

    private void lost() {
        arrived.add(JSON.createObjectNode().put("t", "lost"));
    }

    @Override
    public void close() {
        socket.close(1000, null);
    }
}
