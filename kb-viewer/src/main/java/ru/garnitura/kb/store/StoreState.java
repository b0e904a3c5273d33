package ru.garnitura.kb.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ru.garnitura.kb.article.Checkpoint;

/// How complete the copy is.
///
/// @param resume   where the next page is asked from; null for a snapshot from the beginning
/// @param articles articles being served
/// @param loading  articles in the set still being filled, -1 where none is
/// @param asOf     when the serving set last equalled the base; null before the first complete snapshot
public record StoreState(@Nullable Checkpoint resume, int articles, int loading, @Nullable Instant asOf) {
}
