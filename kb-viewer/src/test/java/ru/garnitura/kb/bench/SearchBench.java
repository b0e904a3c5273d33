package ru.garnitura.kb.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ru.garnitura.kb.article.ArticleChange;
import ru.garnitura.kb.article.Checkpoint;
import ru.garnitura.kb.index.IndexMark;
import ru.garnitura.kb.index.LuceneArticleIndex;
import ru.garnitura.kb.index.SearchRequest;
import ru.garnitura.kb.store.H2ArticleStore;
import ru.garnitura.kb.store.Page;
import tools.jackson.databind.json.JsonMapper;

/// `./bench search`: quality by class, and the time of each keystroke, through the real store and index, with SQLite
/// FTS5 beside it. Standard output holds the published lines alone; what was measured on goes to standard error.
public final class SearchBench {

    private static final int PAGE = 200;
    private static final double GOAL_MRR = 0.74;
    private static final double GOAL_HIT = 0.85;
    private static final double GOAL_P99_MS = 15;

    private final BenchOptions options;
    private final List<JudgedQuery> queries;
    private final Map<String, Object> metrics = new LinkedHashMap<>();
    private final Map<String, Object> peer = new LinkedHashMap<>();
    private boolean passed = true;

    private SearchBench(BenchOptions options) throws IOException {
        this.options = options;
        this.queries = JudgedQuery.read(options.queries());
    }

    public static void main(String[] args) throws IOException, SQLException {
        var bench = new SearchBench(BenchOptions.parse(args));
        System.exit(bench.run() ? 0 : 1);
    }

    private boolean run() throws IOException, SQLException {
        var folder = Files.createTempDirectory("garnitura-bench-");
        try {
            var corpus = BenchCorpus.read(options.corpus(), options.copies());
            System.err.println(corpus.articles().size() + " articles, " + queries.size() + " queries, Java "
                    + Runtime.version());
            var ours = ours(folder, corpus);
            var theirs = theirs(folder, corpus);
            System.out.println("ours keystroke " + ours);
            System.out.println("fts5 keystroke " + theirs);
            writeJson();
            return passed;
        } finally {
            delete(folder);
        }
    }

    private Latency ours(Path folder, BenchCorpus corpus) throws IOException {
        try (var store = new H2ArticleStore(folder.resolve("store"), _ -> { })) {
            var start = Instant.now();
            fill(store, corpus);
            var mark = store.mark().orElseThrow();
            try (var index = new LuceneArticleIndex(folder.resolve("index"))) {
                var stored = Instant.now();
                index.rebuild(follower -> store.replay(mark, 0, follower), new IndexMark(mark.set(), mark.page()));
                index.compact();
                System.err.println("stored in " + Duration.between(start, stored).toMillis() + " ms, indexed in "
                        + Duration.between(stored, Instant.now()).toMillis() + " ms, index "
                        + size(folder.resolve("index")) / 1024 + " KiB");
            }
            return search(folder.resolve("index"));
        }
    }

    private static void fill(H2ArticleStore store, BenchCorpus corpus) {
        for (var from = 0; from < corpus.articles().size(); from += PAGE) {
            var to = Math.min(corpus.articles().size(), from + PAGE);
            var changes = corpus.articles().subList(from, to).stream()
                    .<ArticleChange>map(ArticleChange.Put::new).toList();
            store.apply(new Page(changes, new Checkpoint("bench", Integer.toString(to)),
                    to == corpus.articles().size(), Instant.EPOCH));
        }
    }

    private Latency search(Path folder) {
        var opening = System.nanoTime();
        try (var index = new LuceneArticleIndex(folder)) {
            index.search(SearchRequest.of(queries.getFirst().words(), 10));
            System.err.printf(Locale.ROOT, "cold open and first search %.0f ms%n", (System.nanoTime() - opening) / 1e6);
            if (options.copies() == 1) {
                judge(index);
            }
            Latency.typing(queries, typed -> index.search(SearchRequest.of(typed, 10)));
            var latency = Latency.typing(queries, typed -> index.search(SearchRequest.of(typed, 10)));
            metric("cpu_p99", Latency.at(latency.cpu(), 0.99), "ms", -GOAL_P99_MS);
            metric("wall_p99", Latency.at(latency.wall(), 0.99), "ms", 0);
            metric("cpu_p50", Latency.at(latency.cpu(), 0.5), "ms", 0);
            return latency;
        }
    }

    private void judge(LuceneArticleIndex index) {
        var byClass = new LinkedHashMap<String, List<Integer>>();
        var all = new ArrayList<Integer>();
        for (var query : queries) {
            var answer = index.search(SearchRequest.of(query.words(), 10));
            var found = answer.hits().stream().map(hit -> hit.article().id().value()).toList();
            var rank = query.rankIn(found);
            all.add(rank);
            byClass.computeIfAbsent(query.kind(), _ -> new ArrayList<>()).add(rank);
            if (options.verbose()) {
                System.err.println(rank + "\t" + query.kind() + "\t" + query.words() + "\t-> "
                        + answer.understanding().reading());
            }
        }
        var quality = Quality.of(all);
        System.out.printf(Locale.ROOT, "ours %s ci %.3f-%.3f%n", quality, quality.low(), quality.high());
        byClass.forEach((kind, ranks) -> System.out.println("class " + kind + " " + Quality.of(ranks)));
        metric("mrr_at_10", quality.mrr(), "", GOAL_MRR);
        metric("hit_at_5", quality.hit(), "", GOAL_HIT);
        byClass.forEach((kind, ranks) -> metric("mrr_" + kind, Quality.of(ranks).mrr(), "", 0));
    }

    private Latency theirs(Path folder, BenchCorpus corpus) throws SQLException {
        try (var fts5 = new Fts5Peer(folder.resolve("fts5.db"))) {
            fts5.add(corpus.articles());
            System.err.println("SQLite " + fts5.version() + ": " + Fts5Peer.CREATE + "; " + Fts5Peer.SEARCH);
            peer.put("version", fts5.version());
            if (options.copies() == 1) {
                var ranks = queries.stream().map(query -> query.rankIn(fts5.search(query.words()))).toList();
                System.out.println("fts5 " + Quality.of(ranks));
                peer.put("mrr_at_10", Quality.of(ranks).mrr());
            }
            Latency.typing(queries, fts5::search);
            var latency = Latency.typing(queries, fts5::search);
            peer.put("cpu_p99", Latency.at(latency.cpu(), 0.99));
            return latency;
        }
    }

    /// @param goal at least this; a negative one is a ceiling, 0 is none
    private void metric(String key, double value, String unit, double goal) {
        var pass = goal == 0 || (goal > 0 ? value >= goal : value <= -goal);
        passed &= pass;
        var entry = new LinkedHashMap<String, Object>();
        entry.put("value", value);
        entry.put("unit", unit);
        if (goal != 0) {
            entry.put("goal", Math.abs(goal));
            entry.put("pass", pass);
        }
        metrics.put(key, entry);
    }

    private void writeJson() throws IOException {
        var file = options.json();
        if (file == null) {
            return;
        }
        var report = new LinkedHashMap<String, Object>();
        report.put("name", "search");
        report.put("commit", System.getProperty("bench.commit", ""));
        report.put("machine", System.getProperty("bench.machine", System.getProperty("os.name")) + ", Java "
                + Runtime.version());
        report.put("params", Map.of("copies", options.copies(), "queries", queries.size()));
        report.put("metrics", metrics);
        report.put("peer", Map.of("name", "SQLite FTS5", "version", peer.getOrDefault("version", ""),
                "config", Fts5Peer.CREATE + "; " + Fts5Peer.SEARCH, "metrics", peer));
        Files.writeString(file, JsonMapper.builder().build().writeValueAsString(report));
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
