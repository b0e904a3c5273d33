package ru.garnitura.sessions.customer;

import java.util.List;
import java.util.stream.Stream;

/// A page of the history, newest first.
///
/// @param totals over the whole history, not only over the page
public record InteractionPage(List<InteractionRecord> records, boolean more, Totals totals) {

    public static final InteractionPage EMPTY = new InteractionPage(List.of(), false, new Totals(0, 0, 0));

    public InteractionPage {
        records = List.copyOf(records);
    }

    /// This page with an earlier one behind it.
    public InteractionPage followedBy(InteractionPage earlier) {
        return new InteractionPage(
                Stream.concat(records.stream(), earlier.records().stream()).toList(), earlier.more(), totals);
    }

    /// What happened over all contacts.
    ///
    /// @param sameTopicInWeek contacts within seven days on the topic of the newest one, itself included
    public record Totals(int transfers, int holds, int sameTopicInWeek) {}
}
