package ru.garnitura.desktop.training;

import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A customer who writes the lines of a scenario, each after the operator answered the one before, reading and typing at
/// a person's pace. Runs on a virtual thread of its own until the chat is closed.
final class SimulatedChat {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final MediaType JSON_TYPE = MediaType.get("application/json");
    private static final long LONGEST_WAIT_MS = 600_000;

    private final OkHttpClient http;
    private final String server;
    private final Pace pace;

    SimulatedChat(OkHttpClient http, String server, Pace pace) {
        this.http = http;
        this.server = server;
        this.pace = pace;
    }

    /// Returns when the conversation has ended, or the operator said nothing for ten minutes.
    void run(Scenario.Chat customer) throws IOException, InterruptedException {
        try (var socket = new VisitorSocket(http, server, visit(customer))) {
            Iterator<String> lines = customer.lines().iterator();
            write(socket, lines.next());
            JsonNode frame = socket.take(LONGEST_WAIT_MS);
            while (frame != null && !ends(frame)) {
                if (isFromOperator(frame)) {
                    pace.reading(frame.path("text").asString());
                    socket.read(frame.path("seq").asLong());
                    if (lines.hasNext() && !socket.hasFrameWaiting()) {
                        write(socket, lines.next());
                    }
                }
                frame = socket.take(LONGEST_WAIT_MS);
            }
        }
    }

    private void write(VisitorSocket socket, String line) throws InterruptedException {
        socket.typing();
        pace.typing(line);
        socket.say(line);
    }

    private String visit(Scenario.Chat customer) throws IOException {
        var visit = JSON.createObjectNode().put("name", customer.name()).put("language", "ru").put("channel", "site");
        if (!customer.phone().isEmpty()) {
            visit.put("phone", customer.phone());
        }
        var request = new Request.Builder().url(server + "/v1/visitor/visits").post(RequestBody.create(visit.toString(), JSON_TYPE)).build();
        try (Response response = http.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw new IOException("visit refused with status " + response.code());
            }
            return JSON.readTree(response.body().string()).path("token").asString();
        }
    }

    /// Returns once the back office answers.
    void awaitServer() throws InterruptedException {
        while (!isUp()) {
            Thread.sleep(Duration.ofMillis(500));
        }
    }

    private boolean isUp() {
        try (Response response = http.newCall(new Request.Builder().url(server + "/v1/health").build()).execute()) {
            return response.isSuccessful();
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean isFromOperator(JsonNode frame) {
        return frame.path("t").asString().equals("msg") && frame.path("from").asString().equals("operator");
    }

    private static boolean ends(JsonNode frame) {
        return frame.path("t").asString().equals("lost")
                || (frame.path("t").asString().equals("note") && frame.path("kind").asString().equals("closed"));
    }
}
