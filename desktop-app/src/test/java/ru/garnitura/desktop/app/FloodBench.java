package ru.garnitura.desktop.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;
import ru.garnitura.desktop.bench.BenchOptions;
import ru.garnitura.desktop.bench.BenchReport;
import ru.garnitura.desktop.bench.Samples;
import ru.garnitura.desktop.endtoend.Await;
import ru.garnitura.softphone.audio.AudioEndpoints;
import ru.garnitura.softphone.audio.AudioSink;
import ru.garnitura.softphone.audio.ToneSource;
import ru.garnitura.softphone.call.SipAccount;
import ru.garnitura.softphone.call.SrtpPolicy;
import ru.garnitura.softphone.peers.FreePorts;
import ru.garnitura.softphone.peers.InviteFlood;
import ru.garnitura.softphone.peers.MediaPhone;
import ru.garnitura.softphone.peers.PeerProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One source sends 1,000 INVITEs a second during a call: what becomes of the heap, of the call and of the window. The
/// desktop runs in this process, its remote side too; the flood comes from another one.
public final class FloodBench {

    private static final int PER_SECOND = 1_000;
    private static final int SECONDS = 20;
    private static final Duration SAMPLE = Duration.ofMillis(250);
    /// Transactions outlive their message by 32 s.
    private static final Duration TRANSACTIONS_END = Duration.ofSeconds(40);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ShownDesk desk = new ShownDesk();
    private final Path folder;
    private final int localApi;

    /// @param mos of what the desktop hears, the mean of the span
    private record Span(double mos, Samples window) {
    }

    private FloodBench(Path folder, int localApi) {
        this.folder = folder;
        this.localApi = localApi;
    }

    public static void main(String[] args) throws Exception {
        int seconds = BenchOptions.number(args, "--seconds", SECONDS);
        int ports = FreePorts.row(2);
        var bench = new FloodBench(Files.createTempDirectory("garnitura-flood"), ports + 1);
        System.exit(bench.measure(ports, seconds).finish(System.out, args));
    }

    private BenchReport measure(int port, int seconds) throws Exception {
        Files.createDirectories(folder.resolve("data"));
        desk.open("""
                {"sip": {"aor": "sip:101@127.0.0.1", "registrar": null, "listen": "127.0.0.1:%d", "codecs": ["pcma"]},
                 "audio": {"source": "tone:440", "sink": null, "ringer": null}, "ui": {"lang": "ru", "theme": "light"}}
                """.formatted(port), folder, "--local-api", Integer.toString(localApi));
        desk.await("#state-button");
        var policy = new SipAccount.CallPolicy(0, 0, 1, List.of("pcma"), SrtpPolicy.OFF);
        try (MediaPhone far = MediaPhone.start("far", policy, io -> AudioEndpoints.of(new ToneSource(1000), AudioSink.silence()))) {
            Await.until("the local interface answers", () -> ask("GET", "/v1/state", "") != null);
            far.phone().dial("sip:101@127.0.0.1:" + port);
            Await.until("the call is answered", this::answer);
            Await.until("the call is measured", () -> mos() > 1);
            Span quiet = span(seconds, null);
            double before = heap();
            Span flooded;
            try (PeerProcess flood = PeerProcess.start(folder, List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
                    InviteFlood.class.getName(), Integer.toString(port), Integer.toString(PER_SECOND), Integer.toString(seconds)))) {
                flooded = span(seconds, flood);
            }
            double at = heap();
            rest(TRANSACTIONS_END);
            double after = heap();
            boolean alive = mos() > 1;
            return report(seconds, quiet, flooded, new double[] {before, at, after, alive ? 0 : 1});
        }
    }

    private static BenchReport report(int seconds, Span quiet, Span flooded, double[] rest) {
        var report = new BenchReport("flood", Map.of("invites_per_second", PER_SECOND, "seconds", seconds, "sources", 1));
        report.atMost("calls_lost", rest[3], "calls", 0.0);
        report.atMost("mos_before", quiet.mos, "", null);
        report.atMost("mos_loss", quiet.mos - flooded.mos, "", 0.1);
        report.atMost("heap_growth_in_the_flood", rest[1] - rest[0], "MB", 32.0);
        report.atMost("heap_growth_40_s_later", rest[2] - rest[0], "MB", 5.0);
        report.atMost("window_quiet_p95", quiet.window.percentile(95), "ms", null);
        report.atMost("window_flooded_p50", flooded.window.percentile(50), "ms", null);
        report.atMost("window_flooded_p95", flooded.window.percentile(95), "ms", 100.0);
        report.atMost("window_flooded_slowest", flooded.window.percentile(100), "ms", null);
        return report;
    }

    /// Looks at the call and presses a key in the window, over and over.
    ///
    /// @param until ends the span when it ends; null ends it after the seconds
    private Span span(int seconds, @Nullable PeerProcess until) throws InterruptedException {
        var window = new Samples();
        double sum = 0;
        int looks = 0;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (until == null ? System.nanoTime() < deadline : until.alive()) {
            window.add(answered());
            sum += mos();
            looks++;
            rest(SAMPLE);
        }
        return new Span(sum / looks, window);
    }

    /// Opens or closes the palette: from the event handed to the toolkit until its frame has surely left for the screen.
    private double answered() throws InterruptedException {
        var painted = new CountDownLatch(1);
        Scene scene = desk.scene();
        Runnable[] listener = new Runnable[1];
        int[] pulses = {0};
        listener[0] = () -> {
            if (++pulses[0] == 2) {
                scene.removePostLayoutPulseListener(listener[0]);
                painted.countDown();
            } else {
                Platform.requestNextPulse();
            }
        };
        long began = System.nanoTime();
        Platform.runLater(() -> {
            desk.press("Shortcut+K");
            scene.addPostLayoutPulseListener(listener[0]);
            Platform.requestNextPulse();
        });
        if (!painted.await(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the window did not answer within 10 s");
        }
        return (System.nanoTime() - began) / 1e6;
    }

    /// Of the call whose packets are measured; 0 where there is none.
    private double mos() {
        JsonNode state = ask("GET", "/v1/state", "");
        return state == null ? 0 : state.path("calls").valueStream().filter(call -> "confirmed".equals(call.path("state").asString()))
                .mapToDouble(call -> call.path("stats").path("mos").asDouble()).max().orElse(0);
    }

    private boolean answer() {
        JsonNode state = ask("GET", "/v1/state", "");
        return state != null && state.path("calls").valueStream()
                .anyMatch(call -> ask("POST", "/v1/calls/" + call.path("id").asString() + "/answer", "") != null);
    }

    private @Nullable JsonNode ask(String method, String path, String body) {
        try {
            String token = Files.readString(folder.resolve("data").resolve("local-api.token")).strip();
            HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + localApi + path))
                    .header("Authorization", "Bearer " + token).header("Content-Type", "application/json").timeout(Duration.ofSeconds(5))
                    .method(method, HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() / 100 == 2 ? JsonMapper.shared().readTree(answer.body().isEmpty() ? "{}" : answer.body()) : null;
        } catch (IOException notYet) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void rest(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }

    private static double heap() {
        System.gc();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0;
    }
}
