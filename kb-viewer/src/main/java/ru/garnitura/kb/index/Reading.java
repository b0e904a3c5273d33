package ru.garnitura.kb.index;

import java.util.List;

/// A search as understood.
///
/// @param phrases words that have to stand together, from quotes
record Reading(List<QueryWord> words, List<List<String>> phrases, Understanding understanding) {

    boolean isEmpty() {
        return words.isEmpty() && phrases.isEmpty();
    }
}
