package ru.garnitura.sessions.customer;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of a customer without a check.
///
/// @param since the first contract, null when unknown
/// @param zone where the customer lives; decides when a call is welcome
public record CustomerProfile(
        @Nullable LocalDate since, String city, ZoneId zone, List<PhoneNumber> phones, Wishes wishes) {

    public CustomerProfile {
        phones = List.copyOf(phones);
    }
}
