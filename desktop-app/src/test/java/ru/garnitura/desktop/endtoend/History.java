package ru.garnitura.desktop.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the back office has on a customer, asked over the contract as any client would.
public final class History implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String server;

    public History(String server) {
        this.server = server;
    }

    /// How often a note stands among the customer's latest interactions.
    public long count(String phone, String note) throws IOException, InterruptedException {
        String access = signIn();
        JsonNode found = get("/v1/customers?phone=" + URLEncoder.encode(phone, StandardCharsets.UTF_8), access);
        JsonNode customer = found.has("items") ? found.path("items").path(0) : found;
        JsonNode latest = get("/v1/customers/" + customer.path("id").asString() + "/interactions?limit=20", access);
        return latest.path("items").valueStream().filter(item -> item.toString().contains(note)).count();
    }

    /// The customers a desktop keeps a copy of.
    public List<Known> recent(int count) throws IOException, InterruptedException {
        return get("/v1/customers?recent=" + count, signIn()).path("items").valueStream()
                .map(item -> new Known(item.path("name").asString(), item.path("phones").path(0).path("number").asString()))
                .toList();
    }

    /// @param phone E.164
    public record Known(String name, String phone) {
    }

    private String signIn() throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(Map.of("login", "lebedev", "password", "garnitura", "device", "d-history"));
        return send(HttpRequest.newBuilder(URI.create(server + "/v1/sign-in")).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))).path("access").asString();
    }

    private JsonNode get(String path, String access) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(server + path)).header("Authorization", "Bearer " + access));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("status " + response.statusCode() + " for " + response.uri().getPath());
        }
        return JSON.readTree(response.body());
    }

    @Override
    public void close() {
        http.close();
    }
}
