package ru.garnitura.kb.index;

/// Which state of which set of articles the index holds.
///
/// @param set  name of the store's set
/// @param page number of the last page of changes in it
public record IndexMark(String set, long page) {
}
