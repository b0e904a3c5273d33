package ru.garnitura.desktop.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// How long the operator waits for the window: start of the desktop's process to its ready line, with warm data and the
/// AOT cache, and how much memory it takes when idle.
public final class StartBench {

    private static final Duration SETTLED = Duration.ofSeconds(60);

    private StartBench() {
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int runs = args.length > 1 && args[0].equals("--runs") ? Integer.parseInt(args[1]) : 5;
        Path data = Files.createTempDirectory("garnitura-start");
        var boot = new Samples();
        var whole = new Samples();
        double memory = 0;
        run(data, new Samples(), new Samples(), Duration.ZERO);
        for (int i = 0; i < runs; i++) {
            memory = run(data, boot, whole, i == runs - 1 ? SETTLED : Duration.ZERO);
        }
        var report = new BenchReport("start", Map.of("runs", runs, "settledSeconds", SETTLED.toSeconds()));
        report.atMost("desktop_start_p50", boot.percentile(50), "ms", 2_000.0);
        report.atMost("desktop_start_max", boot.percentile(100), "ms", null);
        report.atMost("run_with_stand_p50", whole.percentile(50), "ms", 5_000.0);
        report.atMost("memory_pss", memory, "MB", 300.0);
        System.exit(report.finish(System.out, args));
    }

    private static double run(Path data, Samples boot, Samples whole, Duration settle) throws IOException, InterruptedException {
        try (Product product = Product.run("--headless", "--data", data.toString())) {
            boot.add(product.ready().path("bootMs").asDouble());
            whole.add(product.startMs());
            Thread.sleep(settle);
            return product.memoryMb();
        }
    }
}
