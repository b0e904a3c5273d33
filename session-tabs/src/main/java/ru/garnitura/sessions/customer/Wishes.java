package ru.garnitura.sessions.customer;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the customer asked for and what was promised.
///
/// @param callHours when a call is welcome, in the customer's own time; null when any time is
public record Wishes(@Nullable CallHours callHours, List<Promise> promises) {

    public static final Wishes NONE = new Wishes(null, List.of());

    public Wishes {
        promises = List.copyOf(promises);
    }

    /// From (inclusive) and until (exclusive), in the customer's time zone.
    public record CallHours(LocalTime from, LocalTime until) {

        public boolean welcome(LocalTime time) {
            return from.isBefore(until)
                    ? !time.isBefore(from) && time.isBefore(until)
                    : !time.isBefore(from) || time.isBefore(until);
        }
    }

    /// Something to be done for the customer by a time.
    public record Promise(String text, Instant due) {}
}
