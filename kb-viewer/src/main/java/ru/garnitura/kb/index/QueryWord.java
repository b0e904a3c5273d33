package ru.garnitura.kb.index;

import java.util.List;

/// One word of a search with all it may mean.
///
/// @param meanings   the likeliest first, never empty
/// @param unfinished still being typed: also the beginning of longer words
record QueryWord(List<Meaning> meanings, boolean unfinished) {

    private static final int BARELY = 2;

    QueryWord {
        meanings = List.copyOf(meanings);
    }

    /// Too short to tell articles apart by their bodies, which all have words that begin so.
    boolean isBarelyBegun() {
        return unfinished && meanings.getFirst().word().length() <= BARELY;
    }

    /// A word it may be.
    ///
    /// @param weight 1 for what is certain, less for a guess
    record Meaning(String word, double weight) {
    }
}
