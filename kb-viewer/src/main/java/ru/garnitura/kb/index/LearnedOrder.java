package ru.garnitura.kb.index;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ru.garnitura.kb.article.ArticleId;

/// Moves up what was opened before for the same words: a place and a half for each doubling of the count, six places at
/// most, so that a habit helps and a better answer still gets through.
public final class LearnedOrder {

    private static final double PLACES_A_DOUBLING = 1.5;
    private static final double MOST_PLACES = 6;

    private LearnedOrder() {
    }

    /// @param opened how often each article was opened for these words
    public static List<SearchHit> of(List<SearchHit> hits, Map<ArticleId, Integer> opened) {
        if (opened.isEmpty()) {
            return hits;
        }
        return IntStream.range(0, hits.size()).boxed()
                .sorted(Comparator.comparingDouble(rank -> rank - bonus(opened.get(hits.get(rank).article().id()))))
                .map(hits::get).toList();
    }

    private static double bonus(@Nullable Integer times) {
        return times == null ? 0 : Math.min(MOST_PLACES, PLACES_A_DOUBLING * Math.log(1.0 + times) / Math.log(2));
    }
}
