package ru.garnitura.kb.index;

import java.util.List;

/// What a search came to.
///
/// @param hits    best first
/// @param subject the words searched for, reduced and sorted, so that the same question asked otherwise is the same;
///                empty unless every word is one of the base's own, so that it can hold nothing personal
public record SearchAnswer(List<SearchHit> hits, Understanding understanding, String subject) {

    public SearchAnswer {
        hits = List.copyOf(hits);
    }

    /// The same with hits in another order.
    public SearchAnswer with(List<SearchHit> reordered) {
        return new SearchAnswer(reordered, understanding, subject);
    }
}
