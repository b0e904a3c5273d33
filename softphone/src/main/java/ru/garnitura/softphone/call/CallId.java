package ru.garnitura.softphone.call;

import java.util.UUID;

/// Identifies one [Call leg][CallSnapshot] inside this desktop; not the SIP Call-ID.
public record CallId(String value) {

    /// An id nobody has.
    public static CallId fresh() {
        return new CallId(UUID.randomUUID().toString());
    }
}
