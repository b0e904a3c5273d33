package ru.garnitura.kb.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What became of an article's blocks between what was read and what is published now, in the order they are read.
public record Difference(List<Row> rows) {

    private static final double ALIKE = 0.4;
    private static final int LOOKED_AT = 20;

    public Difference {
        rows = List.copyOf(rows);
    }

    /// A block on screen.
    ///
    /// @param block index in the body of today, -1 for one that is gone
    /// @param fresh words of it that were not there; empty unless it was changed
    public record Row(Fate fate, int block, Block content, Set<String> fresh) {

        public Row {
            fresh = Set.copyOf(fresh);
        }
    }

    /// What became of a block.
    public enum Fate { KEPT, ADDED, CHANGED, REMOVED }

    /// Compares two bodies. Never fails; where both are very long, a block that moved counts as kept.
    public static Difference between(ArticleBody before, ArticleBody now) {
        var rows = new ArrayList<Row>();
        var gone = new ArrayList<Block>();
        var come = new ArrayList<Integer>();
        for (var step : Alignment.of(before.blocks().stream().map(Difference::key).toList(),
                now.blocks().stream().map(Difference::key).toList())) {
            if (step.before() >= 0 && step.now() >= 0) {
                flush(gone, come, now, rows);
                rows.add(new Row(Fate.KEPT, step.now(), now.blocks().get(step.now()), Set.of()));
            } else if (step.before() >= 0) {
                gone.add(before.blocks().get(step.before()));
            } else {
                come.add(step.now());
            }
        }
        flush(gone, come, now, rows);
        return new Difference(rows);
    }

    /// How many places are not as they were.
    public int places() {
        return (int) rows.stream().filter(row -> row.fate() != Fate.KEPT).count();
    }

    private static String key(Block block) {
        return block.getClass().getSimpleName() + ' ' + block.plain();
    }

    /// Between two blocks that stayed: what came takes the place of what went where they are alike.
    private static void flush(List<Block> gone, List<Integer> come, ArticleBody now, List<Row> rows) {
        for (var index : come) {
            var block = now.blocks().get(index);
            var old = gone.stream().limit(LOOKED_AT).filter(one -> likeness(one, block) >= ALIKE).findFirst();
            if (old.isPresent()) {
                gone.subList(0, gone.indexOf(old.get())).forEach(one -> rows.add(removed(one)));
                gone.subList(0, gone.indexOf(old.get()) + 1).clear();
                rows.add(new Row(Fate.CHANGED, index, block, fresh(old.get(), block)));
            } else {
                rows.add(new Row(Fate.ADDED, index, block, Set.of()));
            }
        }
        gone.forEach(one -> rows.add(removed(one)));
        gone.clear();
        come.clear();
    }

    private static Row removed(Block block) {
        return new Row(Fate.REMOVED, -1, block, Set.of());
    }

    private static double likeness(Block one, Block other) {
        if (!one.getClass().equals(other.getClass())) {
            return 0;
        }
        var words = words(one);
        var others = words(other);
        var all = Math.max(words.size(), others.size());
        words.retainAll(others);
        return all == 0 ? 0 : (double) words.size() / all;
    }

    private static Set<String> fresh(Block before, Block now) {
        var fresh = words(now);
        fresh.removeAll(words(before));
        return fresh;
    }

    private static Set<String> words(Block block) {
        return new HashSet<>(List.of(block.plain().strip().split("\\s+")));
    }
}
