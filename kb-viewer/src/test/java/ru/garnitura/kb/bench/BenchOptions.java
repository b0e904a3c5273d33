package ru.garnitura.kb.bench;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `--corpus FILE --queries FILE [--copies N] [--json FILE] [--verbose]`.
record BenchOptions(Inputs inputs, int copies, @Nullable Path json, boolean verbose) {

    record Inputs(Path corpus, Path queries) {
    }

    static BenchOptions parse(String[] args) {
        var given = List.of(args);
        var corpus = value(given, "--corpus");
        var queries = value(given, "--queries");
        if (corpus == null || queries == null) {
            System.err.println("search needs --corpus FILE.jsonl[.gz] and --queries FILE.tsv");
            System.exit(2);
            throw new IllegalStateException();
        }
        var copies = value(given, "--copies");
        var json = value(given, "--json");
        return new BenchOptions(new Inputs(Path.of(corpus), Path.of(queries)),
                copies == null ? 1 : Integer.parseInt(copies), json == null ? null : Path.of(json),
                given.contains("--verbose"));
    }

    Path corpus() {
        return inputs.corpus();
    }

    Path queries() {
        return inputs.queries();
    }

    private static @Nullable String value(List<String> args, String name) {
        var at = args.indexOf(name);
        return at < 0 || at + 1 >= args.size() ? null : args.get(at + 1);
    }
}
