package ru.garnitura.kb.sync;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where synchronisation stands, told after every round.
///
/// @param outcome  of the last round, null before the first
/// @param articles articles being served
/// @param loaded   articles of a snapshot loaded so far, -1 while none is loading
/// @param expected articles in the whole base, -1 where unknown
/// @param asOf     when the copy last equalled the base, null before the first complete snapshot
public record SyncProgress(@Nullable SyncOutcome outcome, int articles, int loaded, int expected,
        @Nullable Instant asOf) {
}
