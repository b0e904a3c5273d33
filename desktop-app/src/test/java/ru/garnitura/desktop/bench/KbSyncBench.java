package ru.garnitura.desktop.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ru.garnitura.kb.index.SearchRequest;

/// `./bench kb-sync [--articles N] [--kills N] [--mbit N]`: a first load over a line of that speed, a change of one in a
/// hundred, and kill -9 at random points, through HTTP, store and index as in the desktop.
public final class KbSyncBench {

    private static final double MEGABYTE = 1e6;
    private static final int KILLED_BASE = 4_000;
    private static final Pattern KEPT = Pattern.compile("UpToDate\\[changed=(\\d+)]");

    private final List<String> arguments;
    private final BenchReport report;

    private KbSyncBench(String[] arguments) {
        this.arguments = List.of(arguments);
        this.report = new BenchReport("kb-sync",
                Map.of("articles", option("--articles", 50_000), "kills", option("--kills", 200), "mbit", option("--mbit", 100)));
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var bench = new KbSyncBench(arguments);
        Path folder = Files.createTempDirectory("garnitura-bench-");
        try {
            bench.load(folder.resolve("whole"));
            bench.kill(folder.resolve("killed"));
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
        System.exit(bench.report.finish(System.out, arguments));
    }

    private int option(String name, int otherwise) {
        int at = arguments.indexOf(name);
        return at < 0 ? otherwise : Integer.parseInt(arguments.get(at + 1));
    }

    private void load(Path folder) throws IOException {
        int articles = option("--articles", 50_000);
        long speed = option("--mbit", 100) * 1_000_000L / 8;
        try (var base = new ServedBase(articles); var relay = new PacedRelay(base.port(), speed);
                var client = new KbSyncClient(relay.port(), folder)) {
            double first = seconds(() -> follow(client, base));
            report.atMost("first.bytes", relay.bytes() / MEGABYTE, "MB", 60.0 * articles / 50_000);
            report.atMost("first.line", (double) relay.bytes() / speed, "s", null);
            report.atMost("first.searchable", first, "s", null);
            change(base, relay, client, articles);
            check(base, client, "after the change");
        }
    }

    private void change(ServedBase base, PacedRelay relay, KbSyncClient client, int articles) {
        long before = relay.bytes();
        for (int n = 0; n < articles / 100; n++) {
            base.publish(n * 100, 2);
        }
        base.withdraw(1);
        double took = seconds(() -> follow(client, base));
        report.atMost("change.bytes", (relay.bytes() - before) / MEGABYTE, "MB", 1.0 * articles / 50_000);
        report.atMost("change.searchable", took, "s", 10.0);
        boolean found = !client.index().search(SearchRequest.of("правка2", 5)).hits().isEmpty();
        report.atMost("change.notfound", found ? 0 : 1, "", 0.0);
    }

    private static void follow(KbSyncClient client, ServedBase base) {
        while (!client.isComplete(base.length())) {
            client.round();
        }
    }

    private void kill(Path folder) throws IOException, InterruptedException {
        int kills = option("--kills", 200);
        var random = new Random(1);
        int wrong = 0;
        int lost = 0;
        int cursor = 0;
        try (var base = new ServedBase(KILLED_BASE)) {
            for (int n = 0; n < kills; n++) {
                int said = cursor + runAndKill(base, folder, random.nextInt(1_500));
                try (var client = new KbSyncClient(base.port(), folder)) {
                    cursor = client.cursor();
                    lost += Math.max(0, said - cursor);
                    client.catchUp();
                    wrong += check(base, client, "after kill " + n);
                    for (int more = 0; client.isComplete(base.length()) && more < 400; more++) {
                        base.publish(random.nextInt(KILLED_BASE), n + 2);
                    }
                }
            }
        }
        report.atMost("kills", kills, "", null);
        report.atMost("kills.wrong", wrong, "", 0.0);
        report.atMost("kills.lost", lost, "", 0.0);
    }

    /// @param after milliseconds of work, from the first round on
    /// @return how many changes the client said that it had kept
    private static int runAndKill(ServedBase base, Path folder, int after) throws IOException, InterruptedException {
        Path errors = folder.resolveSibling("client.err");
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m", "-cp", System.getProperty("java.class.path"),
                KbSyncClient.class.getName(), Integer.toString(base.port()), folder.toString())
                .redirectError(errors.toFile()).start();
        try (var said = process.inputReader()) {
            String first = said.readLine();
            if (first == null || process.waitFor(after, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the client ended by itself: " + Files.readString(errors));
            }
            process.toHandle().destroyForcibly();
            return Stream.concat(Stream.of(first), said.lines()).mapToInt(KbSyncBench::kept).sum();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static int kept(String round) {
        Matcher kept = KEPT.matcher(round);
        return kept.matches() ? Integer.parseInt(kept.group(1)) : 0;
    }

    /// @return articles lost, doubled, half or not the same in store and index
    private int check(ServedBase base, KbSyncClient client, String when) {
        var resume = client.store().state().resume();
        Map<String, String> expected = base.at(resume == null ? 0 : Integer.parseInt(resume.cursor()));
        Map<String, String> kept = client.store().listing().stream().collect(Collectors.toMap(
                listed -> listed.title().id().value(), listed -> listed.revision().value()));
        int wrong = Math.abs(client.index().size() - kept.size());
        for (String id : expected.keySet()) {
            wrong += expected.get(id).equals(kept.get(id)) ? 0 : 1;
        }
        wrong += (int) kept.keySet().stream().filter(id -> !expected.containsKey(id)).count();
        if (wrong > 0) {
            System.err.println(wrong + " articles are wrong " + when);
        }
        return wrong;
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
