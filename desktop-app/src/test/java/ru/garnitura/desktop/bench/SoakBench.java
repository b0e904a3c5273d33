package ru.garnitura.desktop.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ru.garnitura.softphone.audio.AudioFrame;
import ru.garnitura.softphone.audio.ToneShare;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.SrtpPolicy;
import ru.garnitura.softphone.peers.MediaPhone;

/// Calls in a row to the desktop as a user starts it: what the desktop holds afterwards that it did not hold before. Each
/// call lasts 0.2 s, each tenth until its tone is heard: the desk warns for a second before the microphone opens.
public final class SoakBench {

    private static final int CALLS = 2_000;
    private static final int WARM_UP = 150;
    private static final int TONE = 440;
    private static final double CLEAR = 0.9;
    private static final int HEARD_EACH = 10;
    private static final int TALK_MS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /// Transactions outlive their call by 32 s.
    private static final Duration TRANSACTIONS_END = Duration.ofSeconds(40);
    private static final Pattern USED = Pattern.compile("(?m)^.*\\btotal \\d+K, used (\\d+)K");

    /// What the desktop holds.
    private record Holdings(double heapMb, double memoryMb, long threads, long descriptors) {
    }

    private SoakBench() {
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int calls = BenchOptions.number(args, "--calls", CALLS);
        Path folder = Files.createTempDirectory("garnitura-soak");
        Path config = Files.writeString(folder.resolve("config.json"), """
                {"sip": {"aor": "sip:101@127.0.0.1", "listen": "127.0.0.1:0", "codecs": ["pcma"], "autoAnswerMs": 0},
                 "audio": {"source": "tone:%d", "sink": null, "ringer": null}}
                """.formatted(TONE));
        int code;
        try (Product product = Product.run("--headless", "--data", folder.resolve("data").toString(), "--config", config.toString());
                MediaPhone caller = MediaPhone.start("caller", SrtpPolicy.OFF, "pcma")) {
            String desk = "sip:101@" + product.sip().getAddress().getHostAddress() + ":" + product.sip().getPort();
            int failures = calls(caller, desk, WARM_UP);
            Holdings before = holdings(product);
            long began = System.nanoTime();
            failures += calls(caller, desk, calls);
            double seconds = (System.nanoTime() - began) / 1e9;
            Holdings after = holdings(product);

            var report = new BenchReport("soak", Map.of("calls", calls, "warm_up", WARM_UP, "codec", "pcma", "transport", "udp"));
            report.atMost("failures", failures, "calls", 0.0);
            report.atMost("seconds_per_call", seconds / calls, "s", null);
            report.atMost("memory_before", before.memoryMb, "MB", null);
            report.atMost("memory_growth", 100 * (after.memoryMb / before.memoryMb - 1), "%", 5.0);
            report.atMost("heap_in_use_before", before.heapMb, "MB", null);
            report.atMost("heap_in_use_growth", 100 * (after.heapMb / before.heapMb - 1), "%", 5.0);
            report.atMost("threads_before", (double) before.threads, "", null);
            report.atMost("threads_growth", (double) (after.threads - before.threads), "", 2.0);
            report.atMost("descriptors_growth", (double) (after.descriptors - before.descriptors), "", 2.0);
            code = report.finish(System.out, args);
        }
        System.exit(code);
    }

    /// @return how many came to nothing
    private static int calls(MediaPhone caller, String desk, int count) throws InterruptedException {
        int failures = 0;
        for (int i = 0; i < count; i++) {
            CallId call = caller.phone().dial(desk);
            try {
                caller.phone().await(() -> caller.phone().calls().stream().anyMatch(now -> now.state() == CallState.CONFIRMED), PATIENCE);
                if (i % HEARD_EACH == 0) {
                    failures += heard(caller) ? 0 : 1;
                } else {
                    caller.ear().listen(TALK_MS);
                }
            } catch (AssertionError unanswered) {
                System.err.println("call " + i + ": " + unanswered.getMessage());
                failures++;
            }
            caller.phone().softphone().end(call);
            caller.phone().await(() -> caller.phone().calls().isEmpty(), PATIENCE);
            caller.phone().forget();
        }
        return failures;
    }

    private static boolean heard(MediaPhone caller) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            if (ToneShare.of(caller.ear().listen(100), AudioFrame.RATE, TONE) > CLEAR) {
                return true;
            }
        }
        return false;
    }

    private static Holdings holdings(Product product) throws IOException {
        long until = System.nanoTime() + TRANSACTIONS_END.toNanos();
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
        long pid = product.ready().path("pid").asLong();
        ask(pid, "GC.run");
        ask(pid, "GC.run");
        Matcher used = USED.matcher(ask(pid, "GC.heap_info"));
        double kilobytes = 0;
        while (used.find()) {
            kilobytes += Double.parseDouble(used.group(1));
        }
        return new Holdings(kilobytes / 1024, product.memoryMb(), entries(pid, "task"), entries(pid, "fd"));
    }

    private static String ask(long pid, String command) throws IOException {
        Process process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(pid), command)).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static long entries(long pid, String folder) {
        try (Stream<Path> entries = Files.list(Path.of("/proc", Long.toString(pid), folder))) {
            return entries.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
