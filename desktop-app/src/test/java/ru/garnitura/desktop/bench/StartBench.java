package ru.garnitura.desktop.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// How long the operator waits for the window, with warm data and the start-up cache: start of the desktop's process to
/// its ready line, signed in at a back office that runs already, as every morning; the same where `./run` starts the
/// whole stand beside it; and how much memory the desktop takes when idle.
public final class StartBench {

    private static final Duration SETTLED = Duration.ofSeconds(60);
    private static final Map<String, String> OPERATOR = Map.of("GARNITURA_LOGIN", "rybina", "GARNITURA_PASSWORD", "garnitura");

    private StartBench() {
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int runs = BenchOptions.number(args, "--runs", 5);
        Path stand = Files.createTempDirectory("garnitura-stand");
        Path desk = Files.createTempDirectory("garnitura-start");
        var beside = new Samples();
        var whole = new Samples();
        Product.run("--headless", "--data", stand.toString()).close();
        for (int i = 0; i < runs; i++) {
            try (Product product = Product.run("--headless", "--data", stand.toString())) {
                beside.add(product.ready().path("bootMs").asDouble());
                whole.add(product.startMs());
            }
        }
        var alone = new Samples();
        double memory = 0;
        // A trainee's stand has nobody calling: its own desktop lies idle beside the one measured.
        try (Product running = Product.run("--headless", "--role", "trainee", "--data", stand.toString())) {
            String server = running.ready().path("backOffice").asString();
            at(server, desk).close();
            for (int i = 0; i < runs; i++) {
                try (Product product = at(server, desk)) {
                    alone.add(product.ready().path("bootMs").asDouble());
                    Thread.sleep(i == runs - 1 ? SETTLED : Duration.ZERO);
                    memory = product.memoryMb();
                }
            }
        }
        var report = new BenchReport("start", Map.of("runs", runs, "settledSeconds", SETTLED.toSeconds()));
        report.atMost("desktop_start_p50", alone.percentile(50), "ms", 2_000.0);
        report.atMost("desktop_start_max", alone.percentile(100), "ms", null);
        report.atMost("beside_starting_stand_p50", beside.percentile(50), "ms", null);
        report.atMost("run_with_stand_p50", whole.percentile(50), "ms", 5_000.0);
        report.atMost("memory_pss", memory, "MB", 300.0);
        System.exit(report.finish(System.out, args));
    }

    private static Product at(String server, Path desk) throws IOException {
        return Product.run(OPERATOR, "--headless", "--server", server, "--data", desk.toString());
    }
}
