package ru.garnitura.kb.store;

import ru.garnitura.kb.article.Checkpoint;

/// What the serving set of articles is, exactly: for an index that follows it.
///
/// @param set  random name of the set, another one after a switch or a rebuild
/// @param page number of the last page of changes applied to it
public record StoreMark(String set, long page, Checkpoint checkpoint) {
}
