package ru.garnitura.backoffice.customers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.desk.Words;

/// What is known about a customer, apart from history and from what stays locked until the identity is checked.
public record Profile(
        String name,
        List<Phone> phones,
        String city,
        String timeZone,
        LocalDate since,
        String language,
        String tariff,
        @Nullable Hours preferredHours,
        List<Promise> promises,
        List<Group> groups) {

    public Profile {
        Objects.requireNonNull(name, "name");
        phones = List.copyOf(phones);
        promises = List.copyOf(promises);
        groups = List.copyOf(groups);
    }

    /// @param number E.164
    public record Phone(String number, String kind, boolean main) {}

    /// When the customer wants to be called, in the customer's time zone; `HH:mm`.
    public record Hours(String from, String to) {}

    /// Something we owe.
    public record Promise(String id, String text, Instant due, boolean done) {}

    /// Fields that are locked and unlocked together; a masked group carries no values.
    public record Group(String id, Words title, boolean masked, List<Field> fields) {}

    /// One line on the card.
    public record Field(String id, Words title, @Nullable String value) {}
}
