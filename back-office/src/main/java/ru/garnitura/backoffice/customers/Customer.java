package ru.garnitura.backoffice.customers;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A customer's card, as the contract has it.
///
/// @param repeat how often the last topic came back within the last days; null where it did not
/// @param recent the latest interactions, only in the list for the local copy
public record Customer(
        String id,
        String rev,
        @JsonUnwrapped Profile profile,
        @Nullable Repeat repeat,
        Counts counts,
        List<Note> notes,
        @Nullable List<Interaction> recent) {

    /// The same topic again.
    public record Repeat(int count, int days) {}

    /// Over the last seven days.
    public record Counts(int transfers, int holdSeconds) {}

    /// What an operator wrote about the customer.
    public record Note(String id, String text, Instant at, Interaction.Person operator) {}

    Customer with(List<Interaction> latest) {
        return new Customer(id, rev, profile, repeat, counts, notes, latest);
    }
}
