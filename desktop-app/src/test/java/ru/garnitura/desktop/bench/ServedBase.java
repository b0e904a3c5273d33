package ru.garnitura.desktop.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A base as large as asked for, served by the contract in compressed pages: a history of changes, where the cursor is
/// the place in it. The same seed gives the same base.
final class ServedBase implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String EPOCH = "bench";
    private static final int WORDS = 20_000;
    private static final int BODY_WORDS = 220;

    private final HttpServer http;
    private final Random random = new Random(20_261_122);
    private final List<String> words = Stream.generate(this::word).limit(WORDS).toList();
    private final List<ObjectNode> history = new ArrayList<>();

    ServedBase(int articles) throws IOException {
        for (int n = 0; n < articles; n++) {
            publish(n, 1);
        }
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/v1/kb/articles/delta", this::delta);
        http.start();
    }

    int port() {
        return http.getAddress().getPort();
    }

    /// Writes an article, new or again.
    synchronized void publish(int number, int revision) {
        ObjectNode item = JSON.createObjectNode().put("op", "put").put("id", "b-" + number)
                .put("rev", "r" + number + "." + revision).put("title", text(5) + " " + number).put("lang", "ru")
                .put("body", body(revision)).put("mustRead", false);
        item.putArray("section").add("Раздел " + number % 40).add("Тема " + number % 400);
        item.putArray("tags").add("тег" + number % 100);
        history.add(item);
        notifyAll();
    }

    /// Withdraws an article.
    synchronized void withdraw(int number) {
        history.add(JSON.createObjectNode().put("op", "del").put("id", "b-" + number).put("rev", "gone"));
    }

    /// What a copy at a place in the history has to hold: id and revision.
    synchronized Map<String, String> at(int cursor) {
        Map<String, String> expected = history.subList(0, cursor).stream().collect(Collectors.toMap(
                item -> item.get("id").stringValue(), item -> item.get("rev").stringValue(), (_, last) -> last));
        expected.values().removeIf("gone"::equals);
        return expected;
    }

    synchronized int length() {
        return history.size();
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private void delta(HttpExchange exchange) throws IOException {
        Map<String, String> query = Stream.of(String.valueOf(exchange.getRequestURI().getQuery()).split("&"))
                .map(pair -> pair.split("=", 2)).filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        int from = Integer.parseInt(query.getOrDefault("cursor", "0"));
        int limit = Integer.parseInt(query.getOrDefault("limit", "200"));
        long until = System.nanoTime() + 1_000_000_000L * Long.parseLong(query.getOrDefault("wait", "0"));
        while (from == length() && System.nanoTime() < until) {
            LockSupport.parkNanos(5_000_000);
        }
        if (from > 0 && from == length()) {
            exchange.sendResponseHeaders(304, -1);
        } else {
            byte[] page = page(from, limit);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = new GZIPOutputStream(exchange.getResponseBody())) {
                out.write(page);
            }
        }
        exchange.close();
    }

    private synchronized byte[] page(int from, int limit) {
        int to = Math.min(history.size(), from + limit);
        ObjectNode page = JSON.createObjectNode().put("epoch", EPOCH).put("mode", from == 0 ? "snapshot" : "delta")
                .put("next", Integer.toString(to)).put("more", to < history.size()).put("total", history.size());
        page.putArray("items").addAll(history.subList(from, to));
        return JSON.writeValueAsBytes(page);
    }

    private String body(int revision) {
        String steps = Stream.generate(() -> "- " + text(8)).limit(4).collect(Collectors.joining("\n"));
        return text(BODY_WORDS / 2) + ".\n\n## " + text(3) + "\n\n" + steps + "\n\n" + text(BODY_WORDS / 2)
                + ".\n\nРедакция" + revision + " правка" + revision + ".";
    }

    /// Frequent words are frequent, as in a language.
    private String text(int length) {
        return Stream.generate(() -> words.get((int) (WORDS * Math.pow(random.nextDouble(), 3)))).limit(length)
                .collect(Collectors.joining(" "));
    }

    private String word() {
        String syllables = "ба ве ги до жу зы ка ле ми но пу ры са те фи хо цу чи ша щу эл юн яр ост ник ция";
        String[] all = syllables.split(" ", -1);
        return Stream.generate(() -> all[random.nextInt(all.length)]).limit(2 + random.nextInt(3))
                .collect(Collectors.joining());
    }
}
