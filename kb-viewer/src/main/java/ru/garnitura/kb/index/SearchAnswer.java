package ru.garnitura.kb.index;

import java.util.List;

/// What a search came to.
///
/// @param hits best first
public record SearchAnswer(List<SearchHit> hits, Understanding understanding) {

    public SearchAnswer {
        hits = List.copyOf(hits);
    }
}
