package ru.garnitura.softphone.call;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// When things happened to a call, by the desk's clock.
///
/// @param started  dialled, or the INVITE arrived
/// @param answered picked up by either side, or null
/// @param since    the present state was entered
/// @param ended    over, or null
public record CallTimes(Instant started, @Nullable Instant answered, Instant since, @Nullable Instant ended) {

    static CallTimes startedAt(Instant now) {
        return new CallTimes(now, null, now, null);
    }

    CallTimes entered(CallState state, Instant now) {
        Instant picked = answered == null && state.established() ? now : answered;
        return new CallTimes(started, picked, now, state == CallState.TERMINATED ? now : null);
    }
}
