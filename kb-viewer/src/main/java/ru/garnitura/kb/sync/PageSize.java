package ru.garnitura.kb.sync;

import java.time.Duration;

/// How many articles to ask for at a time: more while they come quickly, since keeping a page costs about the same whatever
/// is in it; few again where the line is slow or held back, so that a page is whole in time and a voice beside it is not
/// disturbed. One thread.
final class PageSize {

    static final int LEAST = 200;
    static final int MOST = 800;
    private static final Duration QUICK = Duration.ofMillis(1_500);

    private int articles = LEAST;

    int articles() {
        return articles;
    }

    /// A full page came, and more is ready.
    ///
    /// @param heldBack whether the line is meant to be slow
    void came(Duration took, boolean heldBack) {
        articles = heldBack || took.compareTo(QUICK) > 0 ? LEAST : Math.min(MOST, articles * 2);
    }

    /// Nothing came, or the last page of a round.
    void begin() {
        articles = LEAST;
    }
}
