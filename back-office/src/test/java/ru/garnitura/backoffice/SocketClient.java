package ru.garnitura.backoffice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.web.Json;
import tools.jackson.databind.JsonNode;

/// A WebSocket that remembers every frame, and waits for what a test expects.
final class SocketClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final List<JsonNode> frames = new ArrayList<>();
    private int closeCode;
    private int httpStatus;
    private final WebSocket socket;

    SocketClient(OkHttpClient http, Request request) {
        socket = http.newWebSocket(request, new WebSocketListener() {
            @Override
            public void onMessage(WebSocket from, String text) {
                change(() -> frames.add(Json.read(text, JsonNode.class)));
            }

            @Override
            public void onClosing(WebSocket from, int code, String reason) {
                change(() -> closeCode = code);
                from.close(1000, null);
            }

            @Override
            public void onFailure(WebSocket from, Throwable failure, @Nullable Response response) {
                change(() -> {
                    closeCode = closeCode == 0 ? -1 : closeCode;
                    httpStatus = response == null ? 0 : response.code();
                });
            }
        });
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    SocketClient send(Object frame) {
        socket.send(frame instanceof String text ? text : Json.text(frame));
        return this;
    }

    /// Says hello as a desktop that knows nothing yet.
    SocketClient hello() {
        send(Map.of("t", "hello", "device", "d-test"));
        frame("welcome");
        return this;
    }

    JsonNode frame(String type) {
        return frame(node -> node.get("t").asString().equals(type), type);
    }

    /// The first frame that fits, waiting for it.
    JsonNode frame(Predicate<JsonNode> fits, String what) {
        long left = PATIENCE.toNanos();
        lock.lock();
        try {
            while (true) {
                for (JsonNode frame : frames) {
                    if (fits.test(frame)) {
                        return frame;
                    }
                }
                if (left <= 0) {
                    throw new AssertionError("no " + what + " among " + frames);
                }
                left = news.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } finally {
            lock.unlock();
        }
    }

    List<JsonNode> all(String type) {
        lock.lock();
        try {
            return frames.stream()
                    .filter(frame -> frame.get("t").asString().equals(type))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    /// Every numbered frame of a session, in the order of arrival.
    List<Long> sequence(@Nullable String session) {
        lock.lock();
        try {
            return frames.stream()
                    .filter(frame -> List.of("msg", "receipt", "note").contains(frame.get("t").asString()))
                    .filter(frame -> session == null || frame.get("s").asString().equals(session))
                    .map(frame -> frame.get("seq").asLong())
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    /// Waits for the server to close it.
    int closed() throws InterruptedException {
        long left = PATIENCE.toNanos();
        lock.lock();
        try {
            while (closeCode == 0 && left > 0) {
                left = news.awaitNanos(left);
            }
            return closeCode;
        } finally {
            lock.unlock();
        }
    }

    int httpStatus() {
        lock.lock();
        try {
            return httpStatus;
        } finally {
            lock.unlock();
        }
    }

    /// Ends it as a lost network does: no goodbye.
    void cut() {
        socket.cancel();
    }

    @Override
    public void close() {
        socket.close(1000, null);
    }
}
