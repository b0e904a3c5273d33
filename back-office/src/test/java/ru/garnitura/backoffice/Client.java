package ru.garnitura.backoffice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.web.Json;
import tools.jackson.databind.JsonNode;

/// Calls a server as a desktop would.
final class Client implements AutoCloseable {
    private static final MediaType JSON = MediaType.get("application/json");
    private final OkHttpClient http = new OkHttpClient.Builder()
            .readTimeout(Duration.ofSeconds(60))
            .followRedirects(false)
            .build();
    private final int port;
    private final @Nullable String access;

    Client(int port) {
        this(port, null);
    }

    private Client(int port, @Nullable String access) {
        this.port = port;
        this.access = access;
    }

    /// An answer with its body read.
    @SuppressWarnings("ArrayRecordComponent")
    record Reply(int status, Headers headers, byte[] bytes) {
        JsonNode json() {
            return Json.read(bytes, JsonNode.class);
        }

        String code() {
            return json().get("code").asString();
        }
    }

    Client with(String token) {
        return new Client(port, token);
    }

    JsonNode signedIn(String login) {
        return post("/v1/sign-in", Map.of("login", login, "password", "garnitura", "device", "d-" + login)).json();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    Client as(String login) {
        return with(signedIn(login).get("access").asString());
    }

    Reply get(String path, String... headers) {
        return call(request(path, headers).get());
    }

    Reply post(String path, Object body) {
        return call(request(path).post(RequestBody.create(Json.bytes(body), JSON)));
    }

    Reply post(String path, byte[] body, String type) {
        return call(request(path).post(RequestBody.create(body, MediaType.get(type))));
    }

    Reply put(String path, byte[] body, String type, String... headers) {
        return call(request(path, headers).put(RequestBody.create(body, MediaType.get(type))));
    }

    Reply delete(String path, String... headers) {
        return call(request(path, headers).delete());
    }

    SocketClient socket(String path) {
        return new SocketClient(http, request(path).build());
    }

    private Request.Builder request(String path, String... headers) {
        Request.Builder builder =
                new Request.Builder().url(url(path)).headers(Headers.of(headers));
        return access == null ? builder : builder.header("Authorization", "Bearer " + access);
    }

    private Reply call(Request.Builder request) {
        try (Response response = http.newCall(request.build()).execute()) {
            return new Reply(response.code(), response.headers(), response.body().bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
