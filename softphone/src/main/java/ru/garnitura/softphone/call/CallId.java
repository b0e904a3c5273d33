package ru.garnitura.softphone.call;

/// Identifies one [Call leg][CallSnapshot] inside this desktop; not the SIP Call-ID.
public record CallId(String value) {
}
