package ru.garnitura.kb.article;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Who answers for an article, and until when it can be relied on.
///
/// @param unit     the responsible unit, empty where unknown
/// @param author   empty where unknown
/// @param verified the day somebody last confirmed it
/// @param expires  the last day it is good without a new confirmation
public record Provenance(String unit, String author, @Nullable LocalDate verified, @Nullable LocalDate expires) {

    public static final Provenance UNKNOWN = new Provenance("", "", null, null);

    private static final int MAX_NAME = 200;

    public Provenance {
        unit = Bounds.line(unit, MAX_NAME);
        author = Bounds.line(author, MAX_NAME);
    }

    public boolean isExpiredOn(LocalDate day) {
        return expires != null && day.isAfter(expires);
    }
}
