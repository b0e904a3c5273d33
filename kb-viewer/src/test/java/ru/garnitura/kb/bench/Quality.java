package ru.garnitura.kb.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Mean reciprocal rank within ten, and the share of queries answered within five.
record Quality(double mrr, double hit, double low, double high) {

    private static final int RESAMPLES = 2_000;
    private static final long SEED = 20_261_122;

    static Quality of(List<Integer> ranks) {
        var random = new Random(SEED);
        var means = new double[RESAMPLES];
        for (var i = 0; i < RESAMPLES; i++) {
            means[i] = ranks.stream().mapToDouble(_ -> reciprocal(ranks.get(random.nextInt(ranks.size())))).average()
                    .orElse(0);
        }
        Arrays.sort(means);
        return new Quality(ranks.stream().mapToDouble(Quality::reciprocal).average().orElse(0),
                ranks.stream().mapToDouble(rank -> rank > 0 && rank <= 5 ? 1 : 0).average().orElse(0),
                means[RESAMPLES / 40], means[RESAMPLES - 1 - RESAMPLES / 40]);
    }

    private static double reciprocal(int rank) {
        return rank == 0 ? 0 : 1.0 / rank;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "MRR@10 %.3f hit@5 %.2f", mrr, hit);
    }
}
