package ru.garnitura.desktop.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import ru.garnitura.kb.index.SearchRequest;

/// `./bench kb-sync [--articles N] [--kills N] [--killed-base N] [--mbit N]`: a first load over a line of that speed, a change of one in a
/// hundred, and kill -9 at random points, through HTTP, store and index as in the desktop.
public final class KbSyncBench {

    private static final double MEGABYTE = 1e6;
    private static final int KILLED_BASE = 4_000;

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
        var tally = new Tally();
        try (var base = new ServedBase(articles); var relay = new PacedRelay(base.port(), speed);
                var client = new KbSyncClient(relay.port(), folder, tally::damaged)) {
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
        int articles = option("--killed-base", KILLED_BASE);
        var random = new Random(1);
        var tally = new Tally();
        int cursor = 0;
        try (var base = new ServedBase(articles)) {
            for (int n = 0; n < kills; n++) {
                int said = cursor + new KilledClient(base.port(), folder).run(random.nextInt(1_500), tally);
                try (var client = new KbSyncClient(base.port(), folder, tally::damaged)) {
                    cursor = client.cursor();
                    tally.lost += Math.max(0, said - cursor);
                    client.catchUp();
                    tally.wrong += check(base, client, "after kill " + n);
                    for (int more = 0; client.isComplete(base.length()) && more < articles / 10; more++) {
                        base.publish(random.nextInt(articles), n + 2);
                    }
                }
            }
        }
        report.atMost("kills", kills, "", null);
        report.atMost("kills.wrong", tally.wrong, "", 0.0);
        report.atMost("kills.lost", tally.lost, "", 0.0);
        report.atMost("kills.damaged", tally.damaged, "", 0.0);
        report.atMost("kills.ended", tally.ended, "", 0.0);
    }

    /// What went wrong over all kills.
    static final class Tally {

        private int wrong;
        private int lost;
        private int damaged;
        private int ended;

        /// A store or an index that a kill made unreadable.
        void damaged(String what) {
            damaged++;
            System.err.println("damaged: " + what);
        }

        /// A client that ended before it was killed.
        void ended(String how) {
            ended++;
            System.err.println(how);
        }
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
